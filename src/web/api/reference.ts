import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, bodyOf } from './client.js'

/** Regions and the two trees change with the program only, so they are read once. */
const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }

/** A node of a tree in the form that AntD's tree selects take. */
export interface TreeNode {
  readonly value: string
  readonly title: string
  readonly children: TreeNode[]
}

interface Named {
  readonly zh: string
  readonly en: string
  readonly children?: readonly unknown[]
}

export interface NamedTree {
  readonly nodes: readonly TreeNode[]
  /** The name in the reader's language; the id itself while it is not known. */
  nameOf(id: string): string
}

export function useRegions(): NamedTree {
  const { data } = useQuery({ queryKey: ['regions'], queryFn: () => bodyOf(api.GET('/regions')), ...once })
  return useNamedTree(data?.regions as readonly RegionNode[] | undefined, 'code')
}

export function useTerms(tree: 'services' | 'groups'): NamedTree {
  const { data } = useQuery({
    queryKey: ['taxonomy', tree],
    queryFn: () => bodyOf(api.GET('/taxonomy/{tree}', { params: { path: { tree } } })),
    ...once,
  })
  return useNamedTree(data?.terms as readonly TermNode[] | undefined, 'id')
}

type RegionNode = Named & { readonly code: string }
type TermNode = Named & { readonly id: string }

function useNamedTree<Key extends string>(
  roots: readonly (Named & Readonly<Record<Key, string>>)[] | undefined,
  key: Key,
): NamedTree {
  const { i18n } = useTranslation()
  const isEnglish = i18n.language === 'en'
  return useMemo(() => {
    const names = new Map<string, string>()
    const nodeOf = (item: Named & Readonly<Record<Key, string>>): TreeNode => {
      const title = isEnglish ? item.en : item.zh
      names.set(item[key], title)
      const children = (item.children ?? []) as readonly (Named & Readonly<Record<Key, string>>)[]
      return { value: item[key], title, children: children.map(nodeOf) }
    }
    const nodes = (roots ?? []).map(nodeOf)
    return { nodes, nameOf: (id) => names.get(id) ?? id }
  }, [roots, key, isEnglish])
}
