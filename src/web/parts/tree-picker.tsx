import { Select, type SelectProps } from 'antd'
import { useMemo } from 'react'
import type { NamedTree, TreeNode } from '../api/reference.js'

interface Props extends Omit<SelectProps, 'options' | 'showSearch'> {
  readonly tree: NamedTree
}

/** Chooses from a tree: what lies in something stands below it and further in; typing looks for a name. */
export function TreePicker({ tree, ...select }: Props) {
  const options = useMemo(() => optionsOf(tree.nodes, 0), [tree.nodes])
  return <Select showSearch={{ optionFilterProp: 'label' }} {...select} options={options} />
}

interface Option {
  readonly value: string
  readonly label: string
  readonly style: { readonly paddingInlineStart: number }
}

function optionsOf(nodes: readonly TreeNode[], depth: number): Option[] {
  return nodes.flatMap(({ value, title, children }) => [
    { value, label: title, style: { paddingInlineStart: 12 + depth * 18 } },
    ...optionsOf(children, depth + 1),
  ])
}
