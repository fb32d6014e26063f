export { isPermission, mayDo, type Permission } from './permissions.js'
export { actsFor, reaches, regionsOf } from './scope.js'
