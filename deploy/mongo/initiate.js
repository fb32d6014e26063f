// For mongosh: initiates the replica set and gives Duijie its user. Run again it changes nothing but the password.
const {
  MONGO_INITDB_ROOT_USERNAME: root,
  MONGO_INITDB_ROOT_PASSWORD: rootPassword,
  DUIJIE_MONGO_PASSWORD: password,
} = process.env
if (!root || !rootPassword || !password) throw new Error('deploy/secrets/mongo.env is not whole')

const admin = connect('mongodb://mongo:27017/admin?directConnection=true')
admin.auth(root, rootPassword)

try {
  admin.adminCommand({ replSetGetStatus: 1 })
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error
  admin.adminCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] } })
}
while (!admin.hello().isWritablePrimary) sleep(200)

const user = { pwd: password, roles: [{ role: 'readWrite', db: 'duijie' }] }
if (admin.getUser('duijie')) admin.updateUser('duijie', user)
else admin.createUser({ user: 'duijie', ...user })
