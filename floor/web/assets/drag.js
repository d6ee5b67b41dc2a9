// SPDX-License-Identifier: Apache-2.0 OR MIT
// A session of a calendar is dragged to another cell: opens the form of its change, filled in, with what it would break and cost.
// Whoever runs no script, or has no mouse, opens the session and picks day, room and instructor on the form; nothing is lost.
"use strict";

(() => {
  let held = null;

  for (const block of document.querySelectorAll("a.blk")) {
    block.draggable = true;
    block.addEventListener("dragstart", (event) => {
      held = block;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", block.textContent);
    });
    block.addEventListener("dragend", () => { held = null; });
  }

  for (const cell of document.querySelectorAll("td[data-drop]")) {
    const takes = () => held !== null && !cell.contains(held);
    cell.addEventListener("dragover", (event) => {
      if (!takes()) return;
      event.preventDefault();
      cell.classList.add("over");
    });
    cell.addEventListener("dragleave", () => cell.classList.remove("over"));
    cell.addEventListener("drop", (event) => {
      cell.classList.remove("over");
      if (!takes()) return;
      event.preventDefault();
      location.assign(`${held.getAttribute("href")}&${cell.dataset.drop}&preview=1`);
    });
  }
})();
