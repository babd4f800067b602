// The manifests are what Kubernetes takes, and keep what docs/operations.md asks of running it. What belongs to operators is
// only read: its schemas are theirs.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const root = fileURLToPath(new URL('kubernetes', import.meta.url));
const operators = ['postgresql.cnpg.io/v1', 'barmancloud.cnpg.io/v1'];
const faults = [];
const found = [];
let unchecked = 0;

/** What the service has to stop, in seconds: docs/operations.md, "Stopping". */
const STOPPING = 20;

for (const name of readdirSync(root, { recursive: true })) {
  const file = join(root, name);
  if (!statSync(file).isFile() || !name.endsWith('.yaml')) continue;
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'), { uniqueKeys: true })) {
    for (const error of [...document.errors, ...document.warnings]) faults.push(`${name}: ${error.message}`);
    found.push({ file, name, ...document.toJS() });
  }
}

for (const { file, name, ...object } of found) {
  if (object.kind === 'Kustomization') {
    const named = [...object.resources, ...(object.configMapGenerator ?? []).flatMap((map) => map.files ?? [])];
    for (const other of named) {
      if (!existsSync(join(dirname(file), other))) faults.push(`${name}: there is no ${other}`);
    }
  } else if (operators.includes(object.apiVersion)) {
    unchecked++;
  } else {
    await checkSchema(name, object);
  }
}

async function checkSchema(name, object) {
  const [version, group] = object.apiVersion.split('/').reverse();
  try {
    const model = await import(`kubernetes-models/${group ? `${group}/` : ''}${version}/${object.kind}`);
    new model[object.kind](object).validate();
  } catch (error) {
    faults.push(`${name}: ${object.kind} ${object.metadata?.name}: ${error.message}`);
  }
}

const all = (kind) => found.filter((object) => object.kind === kind);
const selects = (selector, labels) =>
  Object.entries(selector ?? {}).length > 0 && Object.entries(selector).every(([key, value]) => labels[key] === value);

for (const { metadata, spec } of all('Deployment')) {
  const must = (holds, what) => holds || faults.push(`${metadata.name}: ${what}`);
  const pod = spec.template.spec;
  const labels = spec.template.metadata.labels;
  must(spec.replicas >= 2, 'one replica alone');
  must(spec.strategy?.rollingUpdate?.maxUnavailable === 0, 'replicas are missing while others come');
  must(pod.automountServiceAccountToken === false, 'has a token for the API of the cluster');
  must(pod.enableServiceLinks === false, 'Services become settings');
  must(pod.securityContext?.runAsNonRoot && pod.securityContext.seccompProfile?.type === 'RuntimeDefault', 'may be root');
  must(pod.topologySpreadConstraints?.length > 0, 'may all be on one machine');
  must(
    all('PodDisruptionBudget').some((budget) => selects(budget.spec.selector.matchLabels, labels)),
    'has no PodDisruptionBudget',
  );
  must(
    all('Service').some((service) => selects(service.spec.selector, labels)),
    'has no Service',
  );
  must(
    all('NetworkPolicy').some((policy) => selects(policy.spec.podSelector.matchLabels, labels)),
    'has no NetworkPolicy of its own',
  );
  for (const container of pod.containers) {
    const { securityContext: may, lifecycle, resources } = container;
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) must(container[probe], `has no ${probe}`);
    must(may?.readOnlyRootFilesystem && may.allowPrivilegeEscalation === false, 'may write, or become another');
    must(may?.capabilities?.drop?.includes('ALL'), 'has capabilities');
    must(resources?.requests?.cpu && resources.requests.memory && resources.limits?.memory, 'says not what it takes');
    const gone = lifecycle?.preStop?.sleep?.seconds ?? 0;
    must(gone > 0 && pod.terminationGracePeriodSeconds >= gone + STOPPING, 'is killed before it has stopped');
  }
}

const nobody = all('NetworkPolicy').some(
  ({ spec }) => Object.keys(spec.podSelector).length === 0 && spec.policyTypes.length === 2 && !spec.ingress && !spec.egress,
);
if (!nobody) faults.push('Nothing denies what no NetworkPolicy allows');
for (const { spec } of all('Ingress')) {
  for (const { backend } of spec.rules.flatMap((rule) => rule.http.paths)) {
    if (backend.service.name !== 'dialogspejl-frontend') faults.push(`The Ingress leads to ${backend.service.name}`);
  }
}
for (const { name } of all('Secret')) faults.push(`${name}: a secret's value belongs in no repository`);

// Everybody starts the service as backend/launch does, which takes its classes from an archive.
const repository = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => readFileSync(join(repository, name), 'utf8');
for (const door of ['scripts/run', 'drills/support/service.mjs', 'frontend/e2e/service/start.mjs', 'frontend/scripts/oidc.mjs']) {
  if (!/backend\/launch\b/.test(read(door))) faults.push(`${door}: starts the service by other means than backend/launch`);
}
if (!/^ENTRYPOINT \["\/opt\/dialogspejl\/launch"/m.test(read('backend/Dockerfile'))) faults.push('The image does not start by launch');
if (!/-XX:SharedArchiveFile=\/opt\/dialogspejl\/classes\.jsa/.test(read('backend/Dockerfile'))) faults.push('The image has no classes.jsa');

for (const fault of faults) console.error(fault);
console.log(`${found.length} manifests, of which ${unchecked} are operators' and were only read: ${faults.length} faults`);
process.exit(faults.length === 0 && found.length > 0 ? 0 : 1);
