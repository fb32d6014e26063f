import { type Route, route } from '../platform/http/route.js'
import type { SavedFilters } from './collection.js'
import type { FilteredList, SavedFilter } from './model.js'
import { listParams, savedAnswer, savedBody } from './schema.js'
import type { FilterKeeper } from './service.js'

const common = {
  path: '/saved-filters/{list}',
  permission: 'filters.own',
  tag: 'saved-filters',
  params: listParams,
  answers: { 200: { description: { zh: '已保存的筛选', en: 'What is saved' }, schema: savedAnswer } },
}
const params = { list: 'needs' }

export function savedFilterRoutes(keeper: FilterKeeper): Route[] {
  return [
    route<{ list: FilteredList }, unknown, unknown>(
      {
        ...common,
        method: 'get',
        operationId: 'getSavedFilters',
        summary: { zh: '自己为一个列表保存的筛选', en: 'One’s own saved filters of a list' },
        example: { params },
      },
      async ({ params: { list }, actor }) => answerWith(await keeper.get(list, actor)),
    ),
    route<{ list: FilteredList }, unknown, { items: SavedFilter[] }>(
      {
        ...common,
        method: 'put',
        operationId: 'putSavedFilters',
        summary: { zh: '保存、改名、删除筛选，或设为默认', en: 'Replace one’s own saved filters of a list' },
        body: savedBody,
        ifMatch: true,
        example: { params, body: { items: [{ name: '危机待对接', query: 'state=open&urgency=crisis' }] } },
      },
      async ({ params: { list }, ifMatch, body, actor }) =>
        answerWith(await keeper.put(list, ifMatch, body.items, actor)),
    ),
  ]
}

function answerWith({ items, revision }: SavedFilters) {
  return { body: { items }, revision }
}
