import Joi from 'joi'
import { type FilteredList, filteredLists, mostSaved, type SavedFilter } from './model.js'

export const listParams = Joi.object<{ list: FilteredList }>({
  list: Joi.string()
    .valid(...filteredLists)
    .required()
    .description('页面列表 / a list of the pages')
    .example('needs'),
})

const savedFilter = Joi.object<SavedFilter>({
  name: Joi.string().trim().min(1).max(40).required().description('名称 / name').example('危机待对接'),
  query: Joi.string()
    .allow('')
    .max(1_000)
    .required()
    .description('网址中的筛选条件 / as they stand in the address')
    .example('view=table&state=open&urgency=crisis'),
  isDefault: Joi.boolean()
    .valid(true)
    .description('打开列表时默认使用，最多一个 / with which the list begins; one at most'),
})

export const savedBody = Joi.object<{ items: SavedFilter[] }>({
  items: Joi.array()
    .items(savedFilter)
    .max(mostSaved)
    .unique('name')
    .unique((one: SavedFilter, other: SavedFilter) => one.isDefault === true && other.isDefault === true)
    .required(),
})
export const savedAnswer = savedBody.id('SavedFilters')
