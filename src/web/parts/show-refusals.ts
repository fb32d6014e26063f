import type { FormInstance } from 'antd'
import { Problem } from '../api/client.js'

type NameOf<Fields> = Parameters<FormInstance<Fields>['setFields']>[0][number]['name']

/** Says beside each of these fields what the server refused about it, and nothing where it no longer does. */
export function showRefusals<Fields>(
  form: FormInstance<Fields>,
  problem: unknown,
  names: readonly (string & NameOf<Fields>)[],
): void {
  if (!(problem instanceof Problem)) return
  form.setFields(names.map((name) => ({ name, errors: [problem.about(name) ?? ''].filter(Boolean) })))
}
