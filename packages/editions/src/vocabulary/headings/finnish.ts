/**
 * Finnish headings.
 */
import { words } from "../WordList.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"

export const finnishHeadings: HeadingLanguage = {
  words: {
    due: words(`
      maaraaika maaraajat maarapaiva erapaiva takaraja tavoiteaika tavoitepaiva tavoitepvm tavoitepaivamaara
      valmiina-viimeistaan viimeistaan toteutus-viimeistaan`),
    time: words("aikataulu ajankohta milloin toteutusaika toteutusajankohta toteutusaikataulu"),
    dated: words("paivamaara pvm paivays"),
    end: words("paattyminen paattyy loppu loppupvm loppupaiva lopetuspaiva paattymispaiva paattymispvm"),
    completion: words("valmistuminen valmistumispaiva valmistumispvm valmistuu valmis valmiina"),
    delivery: words("toteutus toimitus kayttoonotto"),
    planned: words("arvioitu suunniteltu odotettu ennakoitu alustava"),
    agreed: words("sovittu paatetty hyvaksytty"),
    original: words("alkuperainen"),
    revised: words("uusi tarkistettu siirretty jatkettu"),
    forecast: words("ennuste"),
    updated: words("paivitetty muutettu"),
    current: words("nykyinen voimassa-oleva viimeisin"),
    actual: words("toteutunut todellinen"),
    done: words("valmistunut toteutettu paattynyt suljettu valmistunut-pvm"),
    start: words("aloitus alku alkupaiva alkupvm aloituspaiva aloituspvm alkaa aloitettu kaynnistys"),
    action: words(`
      toimenpide toimenpiteet tehtava tehtavat toimi toimet aktiviteetti suositus suositukset mita mita-tehdaan`),
    goal: words("tavoite tavoitteet paamaara valitavoitteet"),
    area: words("alue osa-alue painopiste painopistealue teema toiminta-alue"),
    name: words("nimi virstanpylvas valitavoite projekti hanke otsikko projektin-nimi"),
    issue: words("riski havainto poikkeama ongelma asia"),
    text: words("kuvaus selite yhteenveto selitys"),
    comment: words(`
      huomautukset huomautus huomiot huomio kommentti kommentit seuranta lisatiedot lisatieto muistiinpanot
      tilannekuvaus`),
    status: words("tila tilanne status"),
    colour: words("liikennevalo vari"),
    responsible: words(`
      vastuuhenkilo vastuutaho vastuu vastuullinen vastaava tekija omistaja kuka vastuuhenkilot toteuttaja`),
    unit: words("yksikko osasto henkilo rooli organisaatio"),
    id: words("numero nro tunnus id tunniste viite jarjestysnumero"),
    table: words("taulukko luettelo"),
    other: words(`
      prioriteetti kustannus kustannukset budjetti resurssi resurssit tyyppi luokka vaihe todennakoisyys vaikutus
      vaikutukset mittari mittarit kesto tuntia tunteina paivina viikkoina tyomaara prosentti osuus versio tausta
      tarkoitus perustelu paatos paatospaiva kokous luotu kirjattu ilmoitettu viimeksi-paivitetty seurantapaiva
      seuraava-vaihe seuraavat-vaiheet liite linkki lahde riippuvuus riippuvuudet yhteistyotahot rahoitus hyoty h`),
    harmless: words("ja tai seka kk vvvv v pp kuukausi vuosi"),
    period: words(`
      neljannes vuosineljannes puolivuosi tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu
      syyskuu lokakuu marraskuu joulukuu`),
    revision: words("tarkistus")
  },
  compounds: {}
}
