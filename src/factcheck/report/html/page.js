"use strict";
// Fills the page, filters it, and follows its links. Everything is done in slices of a few milliseconds.
//
// What need not be there at once stands in <noscript>: a browser with scripts reads it as one string, which is quick,
// and a browser without shows it. `fill` turns such a string into the elements it describes.
(() => {
  const SLICE = 12, TYPING = 120, MARKED = 2000;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));

  // Visit nodes, give way to the browser between slices; false when `stop` says that it is no longer wanted.
  const walk = async (nodes, visit, stop, rest = pause) => {
    let until = performance.now() + SLICE;
    for (const node of nodes) {
      visit(node);
      if (performance.now() < until) continue;
      await rest();
      if (stop()) return false;
      until = performance.now() + SLICE;
    }
    return true;
  };

  const fill = (stored) => {
    const template = document.createElement("template");
    template.innerHTML = stored.textContent;
    stored.replaceWith(template.content);
  };
  const fillAll = (stop, rest) => walk(all("noscript"), (stored) => stored.isConnected && fill(stored), stop, rest);

  // A link may lead to what is not filled in yet, what the filter hides or what a closed list holds: show it.
  const reveal = (hash) => {
    const id = hash.slice(1);
    if (!id) return false;
    const stored = !document.getElementById(id) && all("noscript").find((one) => one.textContent.includes(`id="${id}"`));
    if (stored) fill(stored);
    for (let at = document.getElementById(id); at; at = at.parentElement) {
      if (at.hidden) at.hidden = false;
      if (at.tagName === "DETAILS") at.open = true;
    }
    return Boolean(stored);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) reveal(link.hash);
  });
  addEventListener("hashchange", () => reveal(location.hash) && location.replace(location.hash));

  // Paper cannot be clicked: print every quote.
  const folded = [];
  addEventListener("beforeprint", () => {
    all("noscript").forEach(fill);
    folded.push(...all("td details:not([open])"));
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener("afterprint", () => folded.splice(0).forEach((one) => { one.open = false; }));

  if (reveal(location.hash)) location.replace(location.hash);

  const form = document.getElementById("filter");
  if (form) filter(form);
  addEventListener("load", () => fillAll(() => false, idle));

  function filter(form) {
    const box = document.getElementById("filter-box");
    if (matchMedia("(max-width: 59.99rem)").matches) box.open = false;

    const [words, code, source, state, nothing] = ["words", "code", "source", "state", "nothing"].map((id) =>
      document.getElementById(id));
    const known = new WeakMap();
    const wording = (node) => {
      if (known.has(node)) return known.get(node);
      // The marks of an axis are nobody's words.
      const words = all("svg", node).reduce((text, svg) => text.replace(svg.textContent, " "), node.textContent);
      known.set(node, words.toLowerCase().replace(/\s+/g, " "));
      return known.get(node);
    };
    const has = (list, value) => ` ${list} `.includes(` ${value} `);
    const digits = (number) => number.toLocaleString("en");

    // What the form asks for, as a question to an entry and a question to a text.
    const wanted = () => {
      const kinds = new Set(all("[name=kind]:checked", form).map((tick) => tick.value));
      const sought = words.value.toLowerCase().trim().replace(/\s+/g, " ");
      const [coded, from] = [code?.value ?? "", source?.value ?? ""];
      const tells = (node) => !sought || wording(node).includes(sought);
      return {
        sought,
        entry: (node) =>
          (!node.dataset.kind || kinds.has(node.dataset.kind)) &&
          (!coded || has(node.dataset.code, coded)) && (!from || has(node.dataset.source, from)) && tells(node),
        text: (node) => (!from || node.dataset.text === from) && tells(node),
      };
    };

    // Show where the words are, as far as the browser can without touching the page.
    const paint = async (sought, nodes, stop) => {
      if (!CSS.highlights) return;
      const found = new Highlight();
      CSS.highlights.set("found", found);
      const look = (node) => {
        const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        while (found.size < MARKED && texts.nextNode()) {
          const { currentNode: text } = texts, data = text.data.toLowerCase();
          for (let at = data.indexOf(sought); at >= 0; at = data.indexOf(sought, at + sought.length)) {
            if (at + sought.length > text.length) break;
            const range = new Range();
            range.setStart(text, at);
            range.setEnd(text, at + sought.length);
            found.add(range);
          }
        }
      };
      if (sought) await walk(nodes, look, stop);
    };

    // Whether to show each entry, text and group; how many entries are shown in each group and part, and in all.
    const judge = async (ask, stop) => {
      const show = new Map(), alive = new Map();
      let number = 0;
      const look = (entry) => {
        const fit = ask.entry(entry);
        show.set(entry, fit);
        if (!fit) return;
        number += 1;
        for (const name of ["[data-group]", "[data-part]"]) {
          const around = entry.closest(name);
          if (around) alive.set(around, (alive.get(around) ?? 0) + 1);
        }
      };
      await walk(all("[data-kind]"), look, stop);
      await walk(all("[data-text]"), (text) => show.set(text, ask.text(text)), stop);
      all("[data-group]").forEach((group) => show.set(group, alive.has(group)));
      return { show, alive, number };
    };

    const tell = (number, alive) => {
      for (const part of all("[data-part]")) {
        const [shown, total] = [alive.get(part) ?? 0, Number(part.dataset.part)];
        part.querySelector("h2 b").textContent = shown === total ? digits(total) : `${digits(shown)} of ${digits(total)}`;
      }
      nothing.hidden = number > 0;
      state.textContent = `${digits(number)} of ${digits(all("[data-kind]").length)} shown`;
    };

    let run = 0;
    const apply = async () => {
      const mine = ++run, stop = () => mine !== run, ask = wanted();
      if (!(await fillAll(stop))) return;
      const { show, alive, number } = await judge(ask, stop);
      if (stop()) return;
      if (!(await walk(show, ([node, fit]) => { if (node.hidden === fit) node.hidden = !fit; }, stop))) return;
      tell(number, alive);
      await paint(ask.sought, [...show].filter(([, fit]) => fit).map(([node]) => node), stop);
    };

    let timer = 0;
    const soon = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(apply, wait);
    };
    form.addEventListener("input", (event) => soon(event.target === words ? TYPING : 0));
    form.addEventListener("reset", () => soon(0));
    form.addEventListener("submit", (event) => event.preventDefault());
  }
})();
