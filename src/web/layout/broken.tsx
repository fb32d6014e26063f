import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Missing } from './missing.js'

/** Puts a way home in the place of a page that broke; another address is another try. */
export function WayHome({ children }: { children: ReactNode }) {
  return <Boundary address={useLocation().pathname}>{children}</Boundary>
}

class Boundary extends Component<{ address: string; children: ReactNode }, { brokenAt?: string }> {
  override state: { brokenAt?: string } = {}

  static getDerivedStateFromError() {
    return { brokenAt: '' }
  }

  static getDerivedStateFromProps(
    { address }: { address: string },
    { brokenAt }: { brokenAt?: string },
  ): { brokenAt?: string } | null {
    if (brokenAt === '') return { brokenAt: address }
    return null
  }

  override render() {
    return this.state.brokenAt === this.props.address ? <Missing /> : this.props.children
  }
}
