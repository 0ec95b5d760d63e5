declare module '@hotwired/turbo' {
  /** Turns what is in one element into what is in another, keeping every node that can stay. */
  export function morphChildren(current: Element, fresh: Element): void;
}
