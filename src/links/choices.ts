import Joi from 'joi'
import { type FieldError, Invalid } from '../platform/errors.js'
import type { LinkChoice, LinkField, LinkValues } from './model.js'
import type { LinkPurpose } from './purpose.js'

function schemaOf(field: LinkField): Joi.Schema {
  if ('options' in field) return Joi.string().valid(...field.options.map(({ value }) => value))
  return Joi.number().integer().min(field.min).max(field.max)
}

/**
 * What was chosen and filled in, of a purpose's choices.
 * @param given by name of field, as text or number
 * @throws Invalid naming the choice or every field that is wrong
 */
export function readChoice(
  { choices }: Pick<LinkPurpose, 'choices'>,
  name: string | undefined,
  given: Readonly<Record<string, unknown>>,
): { choice: LinkChoice; values: LinkValues } {
  const choice = choices.find((each) => each.name === name)
  if (!choice) {
    const params = { valids: choices.map((each) => each.name).join(', ') }
    throw new Invalid([{ field: 'choice', code: 'any.only', params }])
  }
  const keys = choice.fields.map((field) => [field.name, schemaOf(field).required()])
  const { value, error } = Joi.object<LinkValues>(Object.fromEntries(keys)).validate(given, {
    abortEarly: false,
  })
  if (error) throw new Invalid(error.details.map(wrongField))
  return { choice, values: value }
}

function wrongField({ path, type, context = {} }: Joi.ValidationErrorItem): FieldError {
  const { limit, valids } = context as { limit?: number; valids?: readonly string[] }
  const params = {
    ...(limit === undefined ? {} : { limit }),
    ...(valids ? { valids: valids.join(', ') } : {}),
  }
  return { field: path.join('.'), code: type, params }
}
