/**
 * Common Swedish first names, by which a named person is recognised. Names that are also words (Per, Bo, Stig, Kent,
 * Max, Tor, Sten, Björn) are left out: what they would find is mostly no person.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `Agneta Ahmed Albin Alexander Alexandra Alf Ali Alice Allan Alma Amanda Anders Andreas Anette Anita Ann Anna Annelie
  Annika Anton Arne Arvid Astrid Axel Barbro Bengt Berit Bertil Birgit Birgitta Britt Camilla Carina Carl Carolina
  Caroline Catharina Cecilia Charlotte Christer Christian Christina Christoffer Conny Dagmar Daniel David Dennis Ebba
  Edvin Elias Elin Elisabeth Ella Ellen Ellinor Elsa Elvira Emelie Emil Emilia Emma Erik Erika Eva Evelina Fatima
  Felicia Filip Fredrik Frida Gabriel Gerd Gun Gunilla Gunnar Gustaf Gustav Göran Gösta Hanna Hans Hassan Helen Helena
  Henrik Hugo Håkan Ida Inga Ingela Inger Ingrid Irene Isabelle Isak Jakob Jan Jenny Jesper Jessica Joakim Johan Johanna
  Johannes John Jonas Jonathan Josefin Josefine Julia Jörgen Karin Karl Karolina Katarina Kerstin Kjell Klara Kristina
  Kristoffer Kurt Lars Leif Lena Lennart Liam Lina Linda Linnéa Linnea Linus Lisa Louise Lovisa Lucas Ludvig Lukas Maj
  Maja Malin Marcus Margareta Maria Marianne Marie Markus Martin Mathias Matilda Mats Mattias Melker Michael Mikael
  Mohamed Mohammed Moa Monica Monika Nathalie Nils Oliver Olivia Olle Olof Oscar Oskar Otto Patrik Peter Petra Pernilla
  Pia Pontus Rasmus Rebecka Richard Rickard Robert Robin Roger Roland Rolf Rune Samuel Sandra Sara Sebastian Siv Sofia
  Sofie Solveig Stefan Stina Sven Susanne Susanna Therese Thomas Tobias Tomas Tommy Tony Torbjörn Tove Ulf Ulla Ulrika
  Urban Viktor Viktoria Vera Victor Victoria Vilma William Wilma Yvonne Åke Åsa Örjan`.split(/\s+/u)
)
