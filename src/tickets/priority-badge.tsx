/** A ticket's priority, as other features show it, too. */
export { PriorityBadge } from './view/priority-badge.tsx';
