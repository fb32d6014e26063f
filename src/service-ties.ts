import type { Organizations } from './organizations/index.js'
import { organizationsCollection } from './organizations/index.js'
import { type FieldError, Invalid } from './platform/errors.js'
import type { Transaction } from './platform/store/index.js'
import { begun, type Referral, referralsCollection } from './referrals/index.js'

const unknownOrganization = { field: 'organizationId', code: 'organization.unknown' }

/** What service records need to know of the other features. */
export function serviceTies(organizations: Pick<Organizations, 'getMany'>) {
  return {
    async organizationErrors(id: string): Promise<FieldError[]> {
      return (await organizations.getMany([id])).length ? [] : [unknownOrganization]
    },
    async lockOrganization(tx: Transaction, id: string): Promise<void> {
      if (!(await tx.lock(organizationsCollection, [id])).length) throw new Invalid([unknownOrganization])
    },
    async referralErrors(
      tx: Transaction,
      { referralId, organizationId }: { readonly referralId: string; readonly organizationId: string },
    ): Promise<FieldError[]> {
      const referral: Referral | undefined = await tx.get(referralsCollection, referralId)
      if (referral?.organizationId !== organizationId)
        return [{ field: 'referralId', code: 'service.referral' }]
      return begun.has(referral.stage) ? [] : [{ field: 'referralId', code: 'service.referralStage' }]
    },
  }
}
