import Joi from 'joi'
import { reasonCodes } from './reasons.js'

export const reasonCode = Joi.string()
  .valid(...reasonCodes)
  .description('原因代码，见 /reasons / code of a reason; /reasons explains them')
  .example('full')
