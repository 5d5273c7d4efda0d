/** Reads and evaluates Terraform and OpenTofu configurations without running them. */
export { ConfigurationReader, type CrossCheck } from './configuration-reader.ts';
export { evaluateRootModule, type TerraformInputs } from './deployment.ts';
export { readPlan } from './plan.ts';
export type { TerraformInput } from './root-inputs.ts';
export { findRootModules, type RootModule } from './root-modules.ts';
