import type { Organizations } from './organizations/index.js'
import { organizationsCollection } from './organizations/index.js'
import { type FieldError, Invalid } from './platform/errors.js'
import type { Reader, Transaction } from './platform/store/index.js'
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
      reader: Pick<Reader, 'getMany'>,
      works: readonly { readonly referralId: string; readonly organizationId: string }[],
    ): Promise<FieldError[][]> {
      const ids = [...new Set(works.map(({ referralId }) => referralId))]
      const known = new Map((await reader.getMany(referralsCollection, ids)).map((each) => [each.id, each]))
      return works.map((work) => errorsOf(known.get(work.referralId), work))
    },
  }
}

function errorsOf(
  referral: Referral | undefined,
  { organizationId }: { readonly organizationId: string },
): FieldError[] {
  if (referral?.organizationId !== organizationId) return [{ field: 'referralId', code: 'service.referral' }]
  return begun.has(referral.stage) ? [] : [{ field: 'referralId', code: 'service.referralStage' }]
}
