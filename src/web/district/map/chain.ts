import type { TreeNode } from '../../api/reference.js'

/** A region and what it lies in, the widest first; the widest alone where the region is not known. */
export function chainOf(nodes: readonly TreeNode[], region: string | undefined): TreeNode[] {
  for (const node of nodes) {
    if (node.value === region) return [node]
    const below = region === undefined ? [] : chainOf(node.children, region)
    if (below.length) return [node, ...below]
  }
  return region === undefined ? nodes.slice(0, 1) : []
}

/** What lies directly in a region. */
export function childrenOf(nodes: readonly TreeNode[], region: string | undefined): readonly TreeNode[] {
  return chainOf(nodes, region).at(-1)?.children ?? []
}
