// Makes the index of Azure resource types from src/azure/types/resource-types.yaml, in the format of the
// package @azure/bicep-types, as a module. `node scripts/build-types.mjs` after a change of the facts; a test
// checks that the two agree.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import bicepTypes from '@azure/bicep-types';
import { parseDocument } from 'yaml';

const { buildIndex, ScopeType, TypeFactory, writeIndexJson, writeTypesJson } = bicepTypes;
const { None, Required, ReadOnly, DeployTimeConstant, Identifier } = bicepTypes.ObjectTypePropertyFlags;

const FACTS = new URL('../src/azure/types/resource-types.yaml', import.meta.url);
const MODULE = new URL('../src/azure/types/index-files.ts', import.meta.url);

/** The text of the module, from the facts as they stand. */
export function typeIndexModule() {
  const document = parseDocument(readFileSync(FACTS, 'utf8'));
  if (document.errors.length > 0) throw document.errors[0];
  const files = typesFiles(document.toJS());
  const index = buildIndex(files, message => {
    throw new Error(message);
  });
  const texts = files.map(
    ({ relativePath, types }) => `  '${relativePath}': \`${plain(lineEach(writeTypesJson(types)))}\`,`,
  );
  return [
    '// biome-ignore-all format: written by scripts/build-types.mjs from resource-types.yaml',
    '',
    '/** The files of a resource type index, as `@azure/bicep-types` writes them. */',
    `export const INDEX_JSON = \`${plain(writeIndexJson(index))}\`;`,
    '',
    '/** By their paths, a file a resource provider. */',
    'export const TYPES_JSON: Readonly<Record<string, string>> = {',
    ...texts,
    '};',
    '',
  ].join('\n');
}

/** `VirtualMachinesExtensions`: begins the names of the objects in a resource type. */
const ownerOf = resource => resource.split('@')[0].split('/').slice(1).map(capitalised).join('');

const capitalised = name => name.charAt(0).toUpperCase() + name.slice(1);

/** The same JSON with one type a line. */
const lineEach = json =>
  `[\n${JSON.parse(json)
    .map(type => JSON.stringify(type))
    .join(',\n')}\n]`;

function plain(text) {
  if (/[`\\]|\$\{/.test(text)) throw new Error('A fact has a character that would not stand in the module.');
  return text;
}

/** A file for each resource provider, so that a run reads the types of those that it meets. */
function typesFiles({ trackedResources, proxyResources, ...facts }) {
  const providerOf = resource => resource.split('/')[0].toLowerCase();
  const providers = new Set([trackedResources, proxyResources].flatMap(Object.keys).map(providerOf));
  const used = new Set();
  const files = [...providers].map(provider => {
    const [tracked, proxies] = [trackedResources, proxyResources].map(resources =>
      Object.entries(resources).filter(([resource]) => providerOf(resource) === provider),
    );
    return { relativePath: `${provider}/types.json`, types: typesFrom(facts, tracked, proxies, used) };
  });
  for (const name of Object.values(facts).flatMap(Object.keys)) {
    if (!used.has(name)) throw new Error(`Nothing uses '${name}'.`);
  }
  return files;
}

/** The types of resources, and of the facts that they use; the names of those are added to `used`. */
function typesFrom({ closedEnums, openEnums, objects, kinds }, trackedResources, proxyResources, used) {
  const factory = new TypeFactory();
  const named = new Map();
  const simple = {
    string: () => factory.addStringType(),
    int: () => factory.addIntegerType(),
    bool: () => factory.addBooleanType(),
    any: () => factory.addAnyType(),
  };
  const literals = values => values.map(value => factory.addStringLiteralType(value));

  function typeOf(fact, name) {
    if (typeof fact === 'object') return objectType(name, fact);
    if (fact.endsWith('[]')) return factory.addArrayType(typeOf(fact.slice(0, -2), name));
    return simple[fact]?.() ?? namedType(fact);
  }

  const makers = [
    [closedEnums, (_, values) => factory.addUnionType(literals(values))],
    [openEnums, (_, values) => factory.addUnionType([...literals(values), factory.addStringType()])],
    [objects, objectType],
    [kinds, typeOfKinds],
  ];

  function namedType(name) {
    used.add(name);
    if (named.has(name)) return named.get(name);
    const declared = makers.filter(([section]) => Object.hasOwn(section, name));
    if (declared.length !== 1) throw new Error(`'${name}' is declared ${declared.length} times, not once.`);
    const [[section, make]] = declared;
    const type = make(name, section[name]);
    named.set(name, type);
    return type;
  }

  /** Each kind is an object of its own, with the value that tells it as the only one of its discriminator. */
  function typeOfKinds(name, { by, always = {}, ...facts }) {
    const elements = Object.entries(facts).map(([value, fact]) => {
      const own = typeof fact === 'string' ? objects[fact] : fact;
      if (own === undefined) throw new Error(`There is no object '${fact}'.`);
      if (typeof fact === 'string') used.add(fact);
      const owner = `${name}${capitalised(value.replace(/\W/g, ''))}`;
      const discriminator = { type: factory.addStringLiteralType(value), flags: Required };
      return [value, factory.addObjectType(owner, { ...properties(owner, own), [by]: discriminator })];
    });
    return factory.addDiscriminatedObjectType(
      name,
      by,
      properties(name, always),
      Object.fromEntries(elements),
    );
  }

  function objectType(name, fact) {
    return factory.addObjectType(name, properties(name, fact));
  }

  function properties(owner, fact) {
    return Object.fromEntries(
      Object.entries(fact).map(([name, type]) => {
        return [name, { type: typeOf(type, owner + capitalised(name)), flags: None }];
      }),
    );
  }

  function addResource(resource, properties) {
    const [type, apiVersion] = resource.split('@');
    const body = factory.addObjectType(type, {
      id: { type: factory.addStringType(), flags: ReadOnly | DeployTimeConstant },
      name: { type: factory.addStringType(), flags: Required | DeployTimeConstant | Identifier },
      type: { type: factory.addStringLiteralType(type), flags: ReadOnly | DeployTimeConstant },
      apiVersion: { type: factory.addStringLiteralType(apiVersion), flags: ReadOnly | DeployTimeConstant },
      ...properties,
    });
    factory.addResourceType(resource, body, ScopeType.ResourceGroup, ScopeType.ResourceGroup);
  }

  const tags = factory.addObjectType('Tags', {}, factory.addStringType());
  const tracked = {
    location: { type: factory.addStringType(), flags: None },
    tags: { type: tags, flags: None },
  };
  for (const [resource, fact] of trackedResources) {
    addResource(resource, { ...tracked, ...properties(ownerOf(resource), fact) });
  }
  for (const [resource, fact] of proxyResources) {
    addResource(resource, properties(ownerOf(resource), fact));
  }
  return factory.types;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(MODULE, typeIndexModule());
