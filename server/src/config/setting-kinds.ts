export { address, oneOf, optional, text, wholeNumber, yesOrNo } from '@lumiku/contract/settings';
