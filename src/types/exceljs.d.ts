import 'exceljs'

declare module 'exceljs' {
  interface Worksheet {
    /** Undeclared, of a sheet that is streamed: where its bytes go, which exceljs 4.4 never waits for. */
    readonly stream?: { readonly pipes: readonly import('node:stream').Writable[] }
    /** Undeclared by exceljs 4.4: validations by range, e.g. `B2:B100`. */
    readonly dataValidations: { add(range: string, validation: DataValidation): DataValidation }
  }

  namespace stream.xlsx {
    /** Undeclared by exceljs 4.4: the two places where it takes bytes in. */
    interface WorkbookReader {
      _parseSharedStrings(entry: import('node:stream').Readable): AsyncIterable<unknown>
      _parseWorksheet(
        bytes: AsyncIterable<import('node:buffer').Buffer | string>,
        sheet: string,
      ): Iterable<unknown>
    }
  }
}
