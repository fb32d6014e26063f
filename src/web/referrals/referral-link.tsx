import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import { api, bodyOf } from '../api/client.js'
import { useSession } from '../api/session.js'
import { Loading } from '../parts/loading.js'
import { ProblemAlert } from '../parts/problem-alert.js'

/** Where a link to a referral leads: to the page of its need, in the workspace of whoever follows it. */
export function ReferralLink() {
  const { id = '' } = useParams()
  const role = useSession()?.account.role ?? ''
  const referral = useQuery({
    queryKey: ['referrals', id],
    queryFn: () => bodyOf(api.GET('/referrals/{id}', { params: { path: { id } } })),
  })
  if (referral.error) return <ProblemAlert error={referral.error} />
  if (!referral.data) return <Loading />
  const place = role.startsWith('org-')
    ? `/organization/requests/${id}`
    : `/community/needs/${referral.data.needId}`
  return <Navigate to={place} replace />
}
