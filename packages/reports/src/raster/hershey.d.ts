/**
 * What is used of a package that comes without types.
 */
declare module "hershey" {
  /** Strokes of a text in letters 21 units high, the base line at -9, upwards; what has no letter is a space. */
  export const stringToPaths: (text: string) => {
    readonly bounds: { readonly minX: number; readonly maxX: number }
    readonly paths: ReadonlyArray<ReadonlyArray<readonly [number, number]>>
  }
}
