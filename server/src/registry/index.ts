export { createRegistry, type MountedApps, type Registry } from './create-registry.ts';
