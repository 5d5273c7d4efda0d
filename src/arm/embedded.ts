import type { JsonNode, JsonObject } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import type { SourceTree } from '../source/tree.ts';
import { reasonsText } from '../value/json.ts';
import { jsonContent } from '../value/json-content.ts';
import { literalAt, passedThrough } from '../value/make.ts';
import type { Deployment, DownloadedModule } from '../value/resource.ts';
import { type Reason, unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { nodeOfValue } from './embedded-value.ts';
import { entryOf } from './equality.ts';
import { textMember } from './members.ts';
import { type GivenParameter, type GivenParameters, secretValue } from './parameters.ts';
import { ResourceList } from './resources.ts';
import { Run } from './run.ts';
import { ownTarget } from './target.ts';
import { Template } from './template.ts';

/** A template that stands in another language, with its parameters. */
export interface EmbeddedTemplate {
  /** The JSON text of the template, or an object. */
  readonly content: Value;
  /** JSON text or an object, by name objects with `value`; `undefined` when none are given. */
  readonly parameters: Value | undefined;
  /** What is around it, for messages: `azurerm_resource_group_template_deployment.vm`. */
  readonly owner: string;
  readonly callPath: readonly string[];
  readonly uncertain: readonly Reason[];
  /** The downloaded module that the resource around it is declared in. */
  readonly downloaded?: DownloadedModule | undefined;
}

export type EmbeddedResources = Pick<Deployment, 'resources' | 'diagnostics' | 'files' | 'comments'>;

/** Evaluates a template in another language as part of the deployment around it. */
export function evaluateEmbedded(tree: SourceTree, template: EmbeddedTemplate): EmbeddedResources {
  const run = new Run(tree);
  const list = new ResourceList();
  const root = rootOf(run, template);
  if (root !== undefined) {
    const { range } = template.content.origin;
    list.add(
      new Template(run, {
        path: root.range.file.path,
        root,
        ...givenBy(run, template),
        outer: undefined,
        target: ownTarget(textMember(root, '$schema')?.value),
        deploymentName: unknown(nameReason(template.owner, range), literalAt(range)),
        callPath: template.callPath,
        uncertain: template.uncertain,
        downloaded: template.downloaded,
      }),
    );
  }
  return {
    resources: list.resources,
    diagnostics: run.diagnostics,
    files: [...run.files.values(), ...(root === undefined ? [] : [root.range.file])],
    comments: run.comments,
  };
}

const nameReason = (owner: string, range: SourceRange): Reason => ({
  kind: 'provider',
  text: `the name of the deployment of ${owner} is known only after deployment`,
  range,
});

/** The template as JSON, or `undefined` and a diagnostic that says why there is none. */
function rootOf(run: Run, { content, owner }: EmbeddedTemplate): JsonObject | undefined {
  const root = contentNode(run, content);
  if (root === undefined || root.kind === 'object') return root;
  const text =
    root.kind === 'string' && content.kind === 'unknown' ? reasonsText(content.reasons) : undefined;
  if (text === undefined) run.report('arm-template', 'A template must be a JSON object.', root.range);
  else {
    const message = `The template of ${owner} is unknown, so that its resources are not analysed: ${text}.`;
    run.report('arm-template-unavailable', message, content.origin.range);
  }
  return undefined;
}

/** A file is read as other templates are, with its comments and the templates that it links to. */
function contentNode(run: Run, content: Value): JsonNode | undefined {
  const written = content.kind === 'string' ? content.written : undefined;
  if (written?.kind === 'file') {
    const document = run.document(written.file.path);
    return 'code' in document ? undefined : document.root;
  }
  const value = jsonContent(content);
  if (!('code' in value)) return nodeOfValue(value);
  run.diagnostics.push(value);
  return undefined;
}

function givenBy(
  run: Run,
  { parameters, owner }: EmbeddedTemplate,
): { readonly given: GivenParameters; readonly missing: Reason | undefined } {
  const given = new Map<string, GivenParameter>();
  if (parameters === undefined) return { given, missing: undefined };
  const value = jsonContent(parameters);
  if ('code' in value) {
    run.diagnostics.push(value);
    return { given, missing: missingFor(owner, parameters, 'are no JSON') };
  }
  if (value.kind === 'unknown') {
    return { given, missing: missingFor(owner, value, `are unknown: ${reasonsText(value.reasons)}`) };
  }
  if (value.kind !== 'object') {
    run.report('arm-parameter', 'The parameters must be a JSON object.', value.origin.range);
    return { given, missing: undefined };
  }
  // The content of a parameter file is taken too, as Resource Manager's own tools do.
  const inner = value.entries.get('parameters');
  const entries = value.entries.has('$schema') && inner?.kind === 'object' ? inner : value;
  for (const [name, entry] of entries.entries) {
    const place = entries.keyRanges?.get(name) ?? entry.origin.range;
    const step = { range: place, text: `parameter ${name} of ${owner}` };
    given.set(name.toLowerCase(), {
      name,
      place,
      value: () => {
        const found = parameterValue(name, entry);
        return found === undefined ? undefined : passedThrough(found, step);
      },
    });
  }
  return { given, missing: undefined };
}

function parameterValue(name: string, entry: Value): Value | undefined {
  if (entry.kind !== 'object') return entry.kind === 'unknown' ? entry : undefined;
  const reference = entryOf(entry, 'reference');
  if (reference !== undefined) return secretValue(name, nodeOfValue(reference));
  const value = entryOf(entry, 'value');
  return value?.kind === 'null' ? undefined : value;
}

const missingFor = (owner: string, value: Value, what: string): Reason => ({
  kind: 'unavailable',
  text: `the parameters of ${owner} ${what}`,
  range: value.origin.range,
});
