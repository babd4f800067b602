export { Moments } from './Moments';
export { VideoDesk } from './VideoDesk';
