/** What only pages have where somebody writes to somebody else. */
import './text-tools.ts';
import './name-list.ts';
