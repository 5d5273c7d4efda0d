import type { JsonNode, JsonObject } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import { passedThrough, stringValue } from '../value/make.ts';
import type { DownloadedModule } from '../value/resource.ts';
import { textWithGaps } from '../value/resource-id.ts';
import type { Reason } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { nodeOfValue } from './embedded-value.ts';
import { entryOf } from './equality.ts';
import { evaluateNode } from './evaluate.ts';
import type { DeploymentTarget, Frame } from './frame.ts';
import type { Instance } from './instances.ts';
import { linkedFile, relativeFile } from './links.ts';
import { isLoweredModule, type LoweredModule } from './lowered.ts';
import { member, memberNamed, objectMember, textMember } from './members.ts';
import { type GivenParameter, type GivenParameters, parametersInFiles, secretValue } from './parameters.ts';
import { isOwnScope, levelOfSchema } from './target.ts';

/** A template as it is deployed: the root one, or one inside another. */
export interface TemplateSource {
  /** The file that holds it. */
  readonly path: string;
  readonly root: JsonObject;
  readonly given: GivenParameters;
  /** Why a parameter that is not given has no value, when that is not the user's to mend. */
  readonly missing: Reason | undefined;
  /** Set for a nested template whose expressions are evaluated in the scope around it. */
  readonly outer: Frame | undefined;
  readonly target: DeploymentTarget;
  readonly deploymentName: Value | undefined;
  readonly callPath: readonly string[];
  /** The outermost module around it that was downloaded. */
  readonly downloaded: DownloadedModule | undefined;
  readonly uncertain: readonly Reason[];
}

/** Resource Manager itself stops far earlier; a template that links to itself would never end. */
const MAX_NESTED_DEPLOYMENTS = 24;

export const isDeployment = (instance: Instance): boolean =>
  textWithGaps(instance.type).toLowerCase() === 'microsoft.resources/deployments';

/** The template of a nested deployment with its parameters, or `undefined` and a diagnostic that says why not. */
export function openDeployment(instance: Instance, around: TemplateSource): TemplateSource | undefined {
  const { node, frame, name } = instance;
  const { run } = frame.template;
  if (around.callPath.length >= MAX_NESTED_DEPLOYMENTS) {
    const message = `Deployments nested deeper than ${MAX_NESTED_DEPLOYMENTS} levels are not followed.`;
    run.report('limit-exceeded', message, node.range);
    return undefined;
  }
  const properties = member(node, 'properties');
  if (properties?.kind !== 'object') {
    const message = 'The properties of this deployment are not written out, so its template is not read.';
    run.report('arm-unsupported', message, (properties ?? node).range);
    return undefined;
  }
  const found = isLoweredModule(node) ? contentOf(node) : templateOf(properties, instance, around);
  if (found === undefined) return undefined;
  const outer = found.linked || isInner(properties, frame) ? undefined : frame;
  const parameters = outer === undefined ? nestedParameters(properties, instance, around) : NO_PARAMETERS;
  return {
    path: found.path,
    root: found.root,
    ...parameters,
    outer,
    target: targetOf(instance, around, found.root),
    deploymentName: name,
    callPath: [...around.callPath, textWithGaps(name)],
    downloaded: around.downloaded ?? (isLoweredModule(node) ? downloadedOf(node) : undefined),
    uncertain: [...around.uncertain, ...instance.uncertain],
  };
}

function contentOf({ module }: LoweredModule): FoundTemplate | undefined {
  if ('unavailable' in module) return undefined;
  return { path: module.path, root: module.template, linked: true };
}

const downloadedOf = ({ module }: LoweredModule): DownloadedModule | undefined =>
  'unavailable' in module ? undefined : module.downloaded;

const NO_PARAMETERS = { given: new Map<string, GivenParameter>(), missing: undefined };

function isInner(properties: JsonObject, frame: Frame): boolean {
  const scope = member(objectMember(properties, 'expressionEvaluationOptions'), 'scope');
  return scope !== undefined && textWithGaps(evaluateNode(scope, frame)).toLowerCase() === 'inner';
}

interface FoundTemplate {
  readonly path: string;
  readonly root: JsonObject;
  readonly linked: boolean;
}

function templateOf(
  properties: JsonObject,
  instance: Instance,
  around: TemplateSource,
): FoundTemplate | undefined {
  const { run } = instance.frame.template;
  const inline = member(properties, 'template');
  if (inline?.kind === 'object') return { path: around.path, root: inline, linked: false };
  if (inline !== undefined) return computedTemplate(inline, instance, around);
  const link = memberNamed(properties, 'templateLink');
  if (link === undefined) {
    run.report('arm-template', "The deployment has neither 'template' nor 'templateLink'.", properties.range);
    return undefined;
  }
  const path = fileOfLink(link.value, instance.frame, around.path);
  if (path === undefined) {
    const what = `the linked template of '${textWithGaps(instance.name)}'`;
    const message = `Nothing in the scanned tree is ${what}, so its resources are not analysed.`;
    run.report('arm-template-unavailable', message, link.value.range);
    return undefined;
  }
  return readLinked(path, link.value.range, instance.frame);
}

/** A template that an expression gives, such as a file that Bicep has loaded into a variable. */
function computedTemplate(
  inline: JsonNode,
  { frame }: Instance,
  around: TemplateSource,
): FoundTemplate | undefined {
  const value = evaluateNode(inline, frame);
  const root = value.kind === 'object' ? nodeOfValue(value) : undefined;
  // What it holds is evaluated after the expressions around it, so with its own parameters.
  if (root?.kind === 'object') return { path: around.path, root, linked: true };
  const message = 'A template that is computed by an unknown expression is not read.';
  frame.template.run.report('arm-unsupported', message, inline.range);
  return undefined;
}

function readLinked(path: string, place: SourceRange, frame: Frame): FoundTemplate | undefined {
  const { run } = frame.template;
  const document = run.document(path, place);
  if ('code' in document) {
    run.diagnostics.push(document);
    return undefined;
  }
  if (document.root?.kind === 'object') return { path, root: document.root, linked: true };
  if (document.root !== undefined)
    run.report('arm-template', 'A template must be a JSON object.', document.root.range);
  return undefined;
}

/** The file of a `templateLink` or `parametersLink`, by its relative path or the end of its URI. */
function fileOfLink(link: JsonNode, frame: Frame, from: string): string | undefined {
  const { tree } = frame.template.run;
  const relative = member(link, 'relativePath');
  if (relative !== undefined) {
    const path = evaluateNode(relative, frame);
    return path.kind === 'string' ? relativeFile(tree, path.value, from) : linkedFile(tree, path, from);
  }
  const uri = member(link, 'uri');
  return uri === undefined ? undefined : linkedFile(tree, evaluateNode(uri, frame), from);
}

function nestedParameters(
  properties: JsonObject,
  instance: Instance,
  around: TemplateSource,
): Pick<TemplateSource, 'given' | 'missing'> {
  const link = memberNamed(properties, 'parametersLink');
  if (link !== undefined) return linkedParameters(link.value, instance, around);
  const given = new Map<string, GivenParameter>();
  const parameters = member(properties, 'parameters');
  if (parameters?.kind === 'string') {
    const text = `the parameters of '${textWithGaps(instance.name)}' are computed by one expression`;
    instance.frame.template.run.report(
      'arm-unsupported',
      `${sentence(text)}, which is not read.`,
      parameters.range,
    );
    return { given, missing: { kind: 'unsupported', text, range: parameters.range } };
  }
  const words = isLoweredModule(instance.node)
    ? `module ${instance.node.module.symbol} param`
    : `deployment ${textWithGaps(instance.name)} parameter`;
  for (const { name, value } of parameters?.kind === 'object' ? parameters.members : []) {
    const step = { range: name.range, text: `${words} ${name.value}` };
    given.set(name.value.toLowerCase(), {
      name: name.value,
      place: name.range,
      value: () => {
        const found = givenValue(name.value, value, instance.frame);
        return found === undefined ? undefined : passedThrough(found, step);
      },
    });
  }
  const text = `the deployment '${textWithGaps(instance.name)}' gives it no value`;
  return { given, missing: { kind: 'error', text, range: (parameters ?? properties).range } };
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;

function givenValue(name: string, node: JsonNode, frame: Frame): Value | undefined {
  const reference = member(node, 'reference');
  if (reference !== undefined) return secretValue(name, reference);
  // A loop makes `value` as it makes any property, and the whole can be an expression.
  const evaluated = evaluateNode(node, frame);
  if (evaluated.kind === 'unknown') return evaluated;
  const value = evaluated.kind === 'object' ? entryOf(evaluated, 'value') : undefined;
  return value?.kind === 'null' ? undefined : value;
}

function linkedParameters(
  link: JsonNode,
  instance: Instance,
  around: TemplateSource,
): Pick<TemplateSource, 'given' | 'missing'> {
  const { run } = instance.frame.template;
  const path = fileOfLink(link, instance.frame, around.path);
  if (path !== undefined) return { given: parametersInFiles(run, [path]), missing: undefined };
  const text = `the linked parameters of '${textWithGaps(instance.name)}' are no file of the scanned tree`;
  run.report('arm-template-unavailable', `${sentence(text)}.`, link.range);
  return { given: new Map(), missing: { kind: 'unavailable', text, range: link.range } };
}

/** A deployment can go to another resource group or subscription than the one around it. */
function targetOf(instance: Instance, around: TemplateSource, root: JsonObject): DeploymentTarget {
  const { node, frame } = instance;
  const read = (name: string): Value | undefined => {
    const found = member(node, name);
    if (found === undefined) return undefined;
    const value = evaluateNode(found, frame);
    return isOwnScope(value) || value.kind === 'null' ? undefined : value;
  };
  const scope = scopeOf(read('scope'));
  const subscription = read('subscriptionId') ?? scope?.subscription;
  const group = read('resourceGroup') ?? scope?.resourceGroup;
  if (group !== undefined) {
    return {
      level: 'resourceGroup',
      subscription: subscription ?? around.target.subscription,
      resourceGroup: group,
      managementGroup: undefined,
    };
  }
  if (subscription !== undefined) {
    return { level: 'subscription', subscription, resourceGroup: undefined, managementGroup: undefined };
  }
  const schema = textMember(root, '$schema')?.value;
  const level = schema === undefined ? around.target.level : levelOfSchema(schema);
  // A template for resource groups inside one for a group goes to the same group.
  return level === around.target.level ? around.target : { ...around.target, level };
}

function scopeOf(scope: Value | undefined): { subscription?: Value; resourceGroup?: Value } | undefined {
  if (scope === undefined) return undefined;
  const match = /^\/?subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?/i.exec(textWithGaps(scope));
  const [, subscription, group] = match ?? [];
  if (subscription === undefined) return undefined;
  return {
    ...(subscription.startsWith('{') ? {} : { subscription: stringValue(subscription, scope.origin) }),
    ...(group === undefined ? {} : { resourceGroup: stringValue(group, scope.origin) }),
  };
}
