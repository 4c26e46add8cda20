"use strict";
// The page says everything without this script; the script lets it be asked: seats answer to pointer and keys,
// votes and groups filter, the table sorts. Texts are only ever set as text.
(() => {
  const page = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  const chamber = find("#chamber");
  const card = find("#card");
  const body = find("tbody");
  const legend = new Map(all("[data-vote]").map((item) => [item.dataset.vote, item]));

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const numbered = (element, letter) => {
    const name = [...element.classList].find((name) => name[0] === letter && !isNaN(name.slice(1)));
    return name && name.length > 1 ? name.slice(1) : undefined;
  };
  // What stands for a vote that a replay has not told yet.
  const ellipsis = "…";
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // The n-th row of the table is that of the n-th seat; rows of members without a seat come after.
  const rows = [...body.rows];
  const seats = all(".s", chamber).map((element, index) => {
    const row = rows[index];
    const circle = element.localName === "circle" ? element : find("circle", element);
    const place = { x: circle.cx.baseVal.value, y: circle.cy.baseVal.value, r: circle.r.baseVal.value };
    return { element, row, ...place };
  });
  const members = rows.map((row, index) => ({
    row,
    element: seats[index]?.element,
    vote: numbered(row, "v"),
    party: numbered(row, "p"),
    cell: row.cells[2],
    told: row.cells[2].textContent,
    isTold: true,
    text: folded(row.textContent),
    textBefore: folded([...row.cells].map((cell, column) => (column === 2 ? "" : cell.textContent)).join(" ")),
  }));

  // ---- Filters -------------------------------------------------------------------------------------------
  const query = find("#find");
  const found = find("#found");
  const chosen = { vote: new Set(), party: new Set() };

  function filter() {
    const words = folded(query.value).split(/\s+/).filter(Boolean);
    const isAsked = words.length > 0 || chosen.vote.size > 0 || chosen.party.size > 0;
    const isWanted = (member) =>
      words.every((word) => (member.isTold ? member.text : member.textBefore).includes(word)) &&
      (chosen.vote.size === 0 || (member.isTold && chosen.vote.has(member.vote))) &&
      (chosen.party.size === 0 || chosen.party.has(member.party));
    let count = 0;
    for (const member of members) {
      const wanted = isWanted(member);
      count += wanted;
      member.row.hidden = !wanted;
      member.element?.classList.toggle("faded", !wanted);
    }
    const number = (value) => value.toLocaleString(page.lang);
    const values = { n: number(count), all: number(members.length) };
    found.textContent = isAsked ? filled(found.dataset.pattern, values) : "";
    // One seat left is the one that was looked for.
    const only = count === 1 && words.length > 0 ? members.findIndex((member) => !member.row.hidden) : -1;
    pin(only >= 0 && only < seats.length ? only : undefined);
  }

  query.addEventListener("input", filter);
  query.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      query.value = "";
      filter();
    }
  });
  for (const kind of ["vote", "party"]) {
    for (const item of all(`li[data-${kind}]`)) {
      const button = make("button", { type: "button" });
      button.setAttribute("aria-pressed", "false");
      button.append(...item.childNodes);
      item.append(button);
      button.addEventListener("click", () => {
        const value = item.dataset[kind];
        const isChosen = !chosen[kind].delete(value);
        if (isChosen) chosen[kind].add(value);
        button.setAttribute("aria-pressed", String(isChosen));
        filter();
      });
    }
  }

  // ---- One seat at a time --------------------------------------------------------------------------------
  const halo = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  halo.setAttribute("class", "halo");
  halo.setAttribute("aria-hidden", "true");
  let pinned, hovered, cursor;

  function show() {
    const index = hovered ?? cursor ?? pinned;
    const seat = seats[index];
    card.hidden = seat === undefined;
    halo.remove();
    if (!seat) return;
    for (const [name, value] of [["cx", seat.x], ["cy", seat.y], ["r", seat.r + 2]]) halo.setAttribute(name, value);
    chamber.append(halo);
    const [name, party, vote, ...others] = [...seat.row.cells].map((cell) => cell.textContent);
    const how = make("div", { textContent: vote });
    const mark = legend.get(members[index].vote);
    if (mark && members[index].isTold) how.prepend(find(".mark", mark).cloneNode(true));
    const lines = [make("b", { textContent: name })];
    if (party) lines.push(make("div", { textContent: party }));
    lines.push(how);
    for (const other of others.filter(Boolean)) {
      lines.push(make("div", { textContent: other, className: "place" }));
    }
    card.replaceChildren(...lines);
    place(seat);
  }

  // The card stands beside the seat, on the side that has room, and inside the drawing.
  function place(seat) {
    const area = card.parentElement.getBoundingClientRect();
    const matrix = chamber.getScreenCTM();
    if (!matrix) return;
    const x = matrix.a * seat.x + matrix.e - area.left;
    const y = matrix.d * seat.y + matrix.f - area.top;
    const gap = matrix.a * seat.r + 10;
    const { offsetWidth: width, offsetHeight: height } = card;
    const left = x + gap + width <= area.width || x < area.width / 2 ? x + gap : x - gap - width;
    card.style.left = `${Math.max(0, Math.min(left, area.width - width))}px`;
    card.style.top = `${Math.max(0, Math.min(y - height / 2, area.height - height))}px`;
  }

  function pin(index) {
    if (pinned !== undefined) seats[pinned].element.setAttribute("aria-selected", "false");
    pinned = index;
    if (pinned !== undefined) seats[pinned].element.setAttribute("aria-selected", "true");
    show();
  }

  function move(index) {
    cursor = index;
    if (cursor === undefined) chamber.removeAttribute("aria-activedescendant");
    else chamber.setAttribute("aria-activedescendant", seats[cursor].element.id);
    show();
  }

  // The nearest seat within a little more than its radius, so that fingers hit too.
  function seatAt(event) {
    const matrix = chamber.getScreenCTM();
    if (!matrix) return undefined;
    const x = (event.clientX - matrix.e) / matrix.a;
    const y = (event.clientY - matrix.f) / matrix.d;
    let nearest;
    let least = Infinity;
    seats.forEach((seat, index) => {
      const distance = Math.hypot(seat.x - x, seat.y - y);
      if (distance < least) [nearest, least] = [index, distance];
    });
    return nearest !== undefined && least <= seats[nearest].r * 1.35 ? nearest : undefined;
  }

  // The nearest seat in a direction: what lies across counts two and a half times.
  function neighbour(index, dx, dy) {
    const from = seats[index];
    let best = index;
    let least = Infinity;
    seats.forEach((seat, other) => {
      const along = (seat.x - from.x) * dx + (seat.y - from.y) * dy;
      const across = Math.abs((seat.x - from.x) * dy - (seat.y - from.y) * dx);
      const cost = along + 2.5 * across;
      if (along > 0.5 && cost < least) [best, least] = [other, cost];
    });
    return best;
  }

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  chamber.addEventListener("keydown", (event) => {
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow) move(cursor === undefined ? pinned ?? 0 : neighbour(cursor, ...arrow));
    else if (event.key === "Home") move(0);
    else if (event.key === "End") move(seats.length - 1);
    else if ((event.key === "Enter" || event.key === " ") && cursor !== undefined) {
      pin(pinned === cursor ? undefined : cursor);
    } else if (event.key === "Escape") {
      move(undefined);
      pin(undefined);
    } else return;
    event.preventDefault();
  });
  chamber.addEventListener("blur", () => move(undefined));
  chamber.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    hovered = seatAt(event);
    show();
  });
  chamber.addEventListener("pointerleave", () => {
    hovered = undefined;
    show();
  });
  chamber.addEventListener("click", (event) => {
    const index = seatAt(event);
    if (index !== undefined) cursor = undefined;
    pin(index === pinned ? undefined : index);
  });
  body.addEventListener("pointerover", (event) => {
    const index = rows.indexOf(event.target.closest("tr"));
    hovered = index >= 0 && index < seats.length ? index : undefined;
    show();
  });
  body.addEventListener("pointerleave", () => {
    hovered = undefined;
    show();
  });

  // ---- Names for screen readers --------------------------------------------------------------------------
  chamber.setAttribute("role", "listbox");
  chamber.setAttribute("tabindex", "0");
  chamber.setAttribute("aria-label", chamber.dataset.name);
  chamber.removeAttribute("aria-labelledby");
  chamber.setAttribute("aria-describedby", "description");
  function nameSeat({ element, row }) {
    const [name, party, vote] = [...row.cells].map((cell) => cell.textContent);
    element.setAttribute("aria-label", party ? filled(chamber.dataset.seat, { name, party, vote }) : name);
  }
  seats.forEach((seat, index) => {
    seat.element.id = `seat-${index}`;
    seat.element.setAttribute("role", "option");
    seat.element.setAttribute("aria-selected", "false");
    nameSeat(seat);
  });
  for (const part of chamber.children) {
    if (!find(".s", part) && !part.matches(".s")) part.setAttribute("aria-hidden", "true");
  }

  // Without groups there is no colour of theirs, and without a vote no other.
  find("fieldset").hidden = !find(".groups") || "oneColour" in find("fieldset").dataset;

  // ---- Colours -------------------------------------------------------------------------------------------
  for (const input of all("[name=colour]")) {
    input.addEventListener("change", () => {
      page.dataset.colour = input.value;
    });
  }
  const dark = find("#dark");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.theme ? page.dataset.theme === "dark" : system.matches);
  const showTheme = () => dark.setAttribute("aria-pressed", String(isDark()));
  dark.addEventListener("click", () => {
    page.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  system.addEventListener("change", showTheme);
  showTheme();

  // ---- The table -----------------------------------------------------------------------------------------
  const compare = new Intl.Collator(page.lang, { numeric: true }).compare;
  all("thead th").forEach((head, column) => {
    const button = make("button", { type: "button", textContent: head.textContent });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const isDescending = head.getAttribute("aria-sort") === "ascending";
      all("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      const cell = (row) => row.cells[column].textContent;
      const sorted = [...rows].sort((a, b) => compare(cell(a), cell(b)));
      body.append(...(isDescending ? sorted.reverse() : sorted));
    });
  });
  addEventListener("resize", show);

  // ---- The replay ----------------------------------------------------------------------------------------
  const bar = find(".replay");
  if (bar) {
    const [play, at, order, speed, loop] = ["play", "at", "order", "speed", "loop"].map((id) => find(`#${id}`));
    const mark = find("i", bar);
    const certain = Number(bar.dataset.certain);
    const weights = bar.dataset.weights?.split(" ").map(Number);
    const sides = bar.dataset.sides.split(" ");
    const figures = all(".tally b");
    const counts = [...legend].map(([vote, item]) => ({ vote, element: find("b", item) }));
    const ends = [...figures, ...counts.map((count) => count.element)].map((element) => [element, element.textContent]);
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    const number = (value) => (Math.round(value * 1e6) / 1e6).toLocaleString(page.lang);
    let sequence, step, timer;

    // The rows in the order in which they show; orders by party take theirs from the one by name.
    function takeOrder() {
      const numbers = (text) => text.split(" ").map(Number);
      const { rows: own, parties } = order.selectedOptions[0].dataset;
      if (own !== undefined) sequence = numbers(own);
      else {
        const rank = new Map(numbers(parties).map((party, place) => [String(party), place]));
        const byName = numbers(find("[value=name]", order).dataset.rows);
        sequence = byName.sort((a, b) => rank.get(members[a].party) - rank.get(members[b].party));
      }
      at.max = sequence.length;
      const isCertain = order.value === "called" && !isNaN(certain);
      mark.hidden = !isCertain;
      if (isCertain) mark.style.left = `${(100 * certain) / sequence.length}%`;
    }

    function tell(member, isTold) {
      if (member.isTold === isTold) return;
      member.isTold = isTold;
      member.cell.textContent = isTold ? member.told : ellipsis;
      member.element?.classList.toggle("untold", !isTold);
      const seat = seats[members.indexOf(member)];
      if (seat) nameSeat(seat);
    }

    function go(to) {
      step = Math.max(0, Math.min(to, sequence.length));
      const isEnd = step === sequence.length;
      const hidden = new Set(sequence.slice(step));
      members.forEach((member, index) => tell(member, !hidden.has(index)));
      const sums = new Map();
      const voices = new Map();
      members.forEach((member, index) => {
        if (!member.isTold) return;
        voices.set(member.vote, (voices.get(member.vote) ?? 0) + 1);
        sums.set(member.vote, (sums.get(member.vote) ?? 0) + (weights?.[index] ?? 1));
      });
      const soFar = sides.map((vote) => number(sums.get(vote) ?? 0));
      if (isEnd) for (const [element, text] of ends) element.textContent = text;
      else {
        figures.forEach((element, side) => (element.textContent = soFar[side]));
        for (const { vote, element } of counts) element.textContent = number(voices.get(vote) ?? 0);
      }
      page.classList.toggle("replaying", !isEnd);
      // The description in full sentences tells the result.
      if (isEnd) chamber.setAttribute("aria-describedby", "description");
      else chamber.removeAttribute("aria-describedby");
      const isCertain = !mark.hidden && step >= certain;
      find(".certain", bar).textContent = isCertain && !isEnd ? bar.dataset.certainWords : "";
      const words = filled(isCertain ? bar.dataset.soFarCertain : bar.dataset.soFar, { figures: soFar.join("–") });
      find(".count b", bar).textContent = `${step} / ${sequence.length}`;
      find(".count span", bar).textContent = words;
      at.value = step;
      at.setAttribute("aria-valuetext", `${step} / ${sequence.length}, ${words}`);
      filter();
      show();
    }

    function stop() {
      clearTimeout(timer);
      timer = undefined;
      play.textContent = play.dataset.play;
      play.classList.remove("playing");
    }

    // A reader who wants less motion gets twelve stills in place of a film.
    function next() {
      const stride = still.matches ? Math.ceil(sequence.length / 12) : Math.max(1, Math.round(speed.value / 30));
      const pause = still.matches ? 1500 : (1000 * stride) / speed.value;
      if (step < sequence.length) go(step + stride);
      const isEnd = step === sequence.length;
      if (isEnd && !loop.checked) return stop();
      timer = setTimeout(() => {
        if (isEnd) go(0);
        next();
      }, isEnd ? 2000 : pause);
    }

    play.addEventListener("click", () => {
      if (timer !== undefined) return stop();
      play.textContent = play.dataset.pause;
      play.classList.add("playing");
      if (step === sequence.length) go(0);
      timer = setTimeout(next, still.matches ? 1500 : 1000 / speed.value);
    });
    at.addEventListener("input", () => {
      stop();
      go(Number(at.value));
    });
    order.addEventListener("change", () => {
      const isEnd = step === sequence.length;
      members.forEach((member) => tell(member, true));
      takeOrder();
      go(isEnd ? sequence.length : step);
    });
    takeOrder();
    go(sequence.length);
    bar.hidden = false;
  }

  find(".tools").hidden = false;
})();
