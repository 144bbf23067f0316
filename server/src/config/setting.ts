export { type GroupValues, type Setting, setting } from '@lumiku/contract/settings';
