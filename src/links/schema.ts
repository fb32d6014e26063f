import Joi from 'joi'

const text = Joi.object({ zh: Joi.string().required(), en: Joi.string().required() })

export const tokenParams = Joi.object<{ token: string }>({
  token: Joi.string()
    .pattern(/^[\w-]{8,64}$/)
    .required()
    .description('链接中的令牌，或一次性代码 / token of the link, or one-time code')
    .example('7k2m-q8xd-3fwn'),
})

const field = Joi.object({
  name: Joi.string().required(),
  label: text.required(),
  options: Joi.array()
    .items(text.keys({ value: Joi.string().required() }))
    .description('可选的值 / values to choose from'),
  min: Joi.number().integer(),
  max: Joi.number().integer(),
})

export const shownLink = Joi.object({
  purpose: Joi.string().required().description('用途 / what it is for').example('offering.capacity'),
  title: text.required(),
  expiresAt: Joi.string().isoDate().required().description('失效时间 / when it expires'),
  choices: Joi.array()
    .items(
      Joi.object({
        name: Joi.string().required(),
        label: text.required(),
        fields: Joi.array().items(field).required(),
      }),
    )
    .required()
    .description('可以做的事，任选其一，只能一次 / what it may do: one of these, once'),
}).id('Link')

export interface LinkUse {
  readonly choice: string
  readonly values: Readonly<Record<string, string | number>>
}

export const linkUse = Joi.object<LinkUse>({
  choice: Joi.string().max(40).required().description('所选 / one of the choices').example('still'),
  values: Joi.object()
    .pattern(/^[a-zA-Z]{1,40}$/, [Joi.string().max(40), Joi.number()])
    .default({})
    .description('所选要求填写的内容 / what the choice asks for'),
})
