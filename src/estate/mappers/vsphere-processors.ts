import { boolValue, defaultAt } from '../../value/make.ts';
import { isKnown, type Value } from '../../value/value.ts';
import type { Cpu } from '../model.ts';
import { anyOf, ask, boolOr, extraConfig, isTrue, numberOr, stringOr } from './block-arguments.ts';

/**
 * How vSphere treats the processors of a `vsphere_virtual_machine`. A limit and a reservation are in MHz; the
 * provider sends -1 for no limit and 0 for no reservation when the argument is left out.
 */
export function processorsOf(body: Value): Cpu {
  return {
    limited: ask(numberOr(body, 'cpu_limit', -1), limit => limit.kind === 'number' && limit.value >= 0),
    controlsChanged: anyOf(
      ask(numberOr(body, 'cpu_reservation', 0), isNotZero),
      ask(stringOr(body, 'cpu_share_level', 'normal'), level => !isText(level, 'normal')),
    ),
    hotAdd: boolOr(body, 'cpu_hot_add_enabled', false),
    nestedVirtualization: nestedVirtualization(body),
    numaChanged: numaChanged(body),
  };
}

const isNotZero = (value: Value): boolean => value.kind === 'number' && value.value !== 0;

const isText = (value: Value, text: string): boolean => value.kind === 'string' && value.value === text;

/** Virtualization-based security of Windows needs `nested_hv_enabled`, and then it stands for nothing else. */
function nestedVirtualization(body: Value): Value {
  const nested = boolOr(body, 'nested_hv_enabled', false);
  if (isKnown(nested) && !isTrue(nested)) return nested;
  const security = boolOr(body, 'vbs_enabled', false);
  if (isTrue(security)) return boolValue(false, security.origin);
  return isKnown(security) ? nested : security;
}

/** Settings such as `numa.vcpu.maxPerVirtualNode` are advanced ones, in `extra_config`. */
function numaChanged(body: Value): Value {
  const setting = extraConfig(body, key => key.startsWith('numa.'));
  return setting === undefined
    ? boolValue(false, defaultAt(body.origin.range))
    : boolValue(true, setting.origin);
}
