import type { JsonSchema, SchemaComponents } from './json-schema.js'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
  readonly example?: unknown
}

export interface Content {
  readonly content: { readonly [type: string]: { readonly schema?: JsonSchema; readonly example?: unknown } }
}

export interface ApiResponse extends Partial<Content> {
  readonly description: string
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>
}

export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  /** What callers must be allowed, or `public`. */
  readonly 'x-permission': string
  readonly 'x-summary-en': string
  readonly description?: string
  readonly 'x-description-en'?: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: Content & { readonly required: true }
  readonly responses: { readonly [status: string]: ApiResponse | { readonly $ref: string } }
}

/** The part of OpenAPI 3.1 that we write. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: {
    readonly title: string
    readonly version: string
    readonly description: string
    readonly license: object
  }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly {
    readonly name: string
    readonly description: string
    readonly 'x-description-en': string
  }[]
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components: {
    readonly schemas: SchemaComponents
    readonly responses: { readonly [name: string]: ApiResponse }
  }
}
