// What we build on is what we chose: lock files fix it by digest and name no place of their own, and each licence is
// one that the public sector may use together with the EUPL. Reads the lock files, and the service's bill of materials.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const read = (path) => JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'))
const { allowed, undeclared } = read('allowed-licences.json')
const faults = []
let checked = 0

/** An SPDX expression is allowed when one side of each OR is; a plain name is looked up as it is. */
function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, ' ').trim()
  return plain.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((name) => allowed.includes(name.trim())))
}

function checkLicence(name, expressions) {
  checked++
  if (expressions.length === 0) {
    if (!undeclared[name]) faults.push(`${name} declares no licence`)
  } else if (!expressions.some(isAllowed)) {
    faults.push(`${name} is under ${expressions.join(', ')}`)
  }
}

/** npm writes no digest for builds that do not run where the lock file was written; the product is built on Linux, x64. */
function isForAnotherMachine(name, { optional, os, cpu, integrity }) {
  const runsHere = (!os || os.includes('linux')) && (!cpu || cpu.includes('x64')) && !name.endsWith('musl')
  return optional && !runsHere && integrity === undefined
}

for (const folder of ['deploy', 'frontend', 'openapi', 'supply-chain']) {
  const lock = read(`../${folder}/package-lock.json`)
  if (lock.lockfileVersion !== 3) faults.push(`${folder}: not a lock file of version 3`)
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') {
      for (const [name, version] of Object.entries({ ...entry.dependencies, ...entry.devDependencies })) {
        if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${folder}: ${name} is not pinned (${version})`)
      }
      continue
    }
    const name = path.replace(/^.*node_modules\//, '')
    if (entry.resolved) faults.push(`${folder}: ${name} comes from ${entry.resolved}, and not from where all do`)
    if (entry.link) faults.push(`${folder}: ${name} is a link`)
    if (!/^sha512-[\w+/]{86}==$/.test(entry.integrity ?? '') && !isForAnotherMachine(name, entry)) {
      faults.push(`${folder}: ${name} has no SHA-512 digest`)
    }
    checkLicence(name, entry.license ? [entry.license] : [])
  }
}

const bom = '../backend/target/bom.json'
if (existsSync(fileURLToPath(new URL(bom, import.meta.url)))) {
  for (const { group, name, licenses = [] } of read(bom).components) {
    checkLicence(
      `${group}:${name}`,
      licenses.map((each) => each.expression ?? each.license.id ?? each.license.name)
    )
  }
} else {
  faults.push('backend/target/bom.json is not there; make check writes it')
}

if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}
console.log(`${checked} packages: each fixed by digest where it can be, and under a licence we may use`)
