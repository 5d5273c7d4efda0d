/** Reads and evaluates Terraform and OpenTofu configurations without running them. */
export { evaluateRootModule, type TerraformInputs } from './deployment.ts';
export type { CrossCheck } from './library.ts';
export { isModuleFile } from './module-files.ts';
export type { TerraformInput } from './root-inputs.ts';
export { findRootModules, type RootModule } from './root-modules.ts';
