import { Navigate, useParams } from 'react-router'
import { useSession } from '../api/session.js'
import { Missing } from '../layout/missing.js'
import { placeOfSubject } from './subject.js'

/** Where the link to a need leads: to its page in the workspace of whoever follows it, which no mail can know. */
export function NeedLink() {
  return <SubjectLink kind="need" />
}

export function OfferingLink() {
  return <SubjectLink kind="offering" />
}

/** To the needs of a place. */
export function RegionLink() {
  return <SubjectLink kind="region" />
}

function SubjectLink({ kind }: { kind: string }) {
  const { id = '' } = useParams()
  const role = useSession()?.account.role ?? ''
  const place = placeOfSubject({ kind, subject: id }, role)
  return place ? <Navigate to={place} replace /> : <Missing />
}
