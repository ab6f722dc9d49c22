(box, arrows, smallest) => {
  const found = [];
  const seen = element => element.checkVisibility
    ? element.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true})
    : element.getClientRects().length > 0;
  const inside = (one, other, slack) =>
    one.left >= other.left - slack && one.right <= other.right + slack &&
    one.top >= other.top - slack && one.bottom <= other.bottom + slack;
  const meets = (one, other, slack) =>
    one.left < other.right - slack && other.left < one.right - slack &&
    one.top < other.bottom - slack && other.top < one.bottom - slack;
  const boxes = [...document.querySelectorAll(box)].filter(seen)
    .map(element => ({element, bounds: element.getBoundingClientRect(), texts: []}));

  for (const each of boxes) {
    const walker = document.createTreeWalker(each.element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!node.data.trim() || !seen(holder) || holder.closest('.visually-hidden, .card__follow')) continue;
      if (getComputedStyle(holder).clipPath !== 'none') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const svg = holder.closest('svg');
      const scale = svg && svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const size = parseFloat(getComputedStyle(holder).fontSize) * (scale || 1);
      if (size < smallest) found.push(`small: ${size.toFixed(1)} ${node.data.trim()}`);
      for (const bounds of range.getClientRects()) {
        if (bounds.width < 1) continue;
        each.texts.push({bounds, said: node.data.trim(), size});
        if (bounds.right > document.documentElement.clientWidth + 1 || bounds.left < -1)
          found.push(`off the screen: ${node.data.trim()}`);
        /* The box of a picture's node is that of what it draws, its texts among it. */
        if (!svg && !inside(bounds, each.bounds, 2)) found.push(`out of its box: ${node.data.trim()}`);
        const frame = svg && each.element.querySelector('.frame');
        if (frame && !inside(bounds, frame.getBoundingClientRect(), 2))
          found.push(`out of its frame: ${node.data.trim()}`);
        if (svg && !inside(bounds, svg.getBoundingClientRect(), 3))
          found.push(`out of its picture: ${node.data.trim()}`);
      }
    }
  }

  for (let one = 0; one < boxes.length; one++)
    for (let other = one + 1; other < boxes.length; other++) {
      if (meets(boxes[one].bounds, boxes[other].bounds, 2))
        found.push(`overlap: ${boxes[one].texts[0]?.said} / ${boxes[other].texts[0]?.said}`);
    }

  const texts = boxes.flatMap(each => each.texts);
  const rows = new Map();
  for (const text of texts)
    for (let row = Math.floor(text.bounds.top / 50); row <= Math.floor(text.bounds.bottom / 50); row++)
      rows.set(row, [...(rows.get(row) || []), text]);
  for (const path of [...document.querySelectorAll(arrows)].filter(seen)) {
    const matrix = path.getScreenCTM();
    for (const data of path.getAttribute('d').split(/(?=M)/).filter(Boolean)) {
      const part = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      part.setAttribute('d', data);
      const length = part.getTotalLength();
      for (let at = 0; at <= length; at += 3) {
        const point = part.getPointAtLength(at).matrixTransform(matrix);
        const hit = (rows.get(Math.floor(point.y / 50)) || []).find(({bounds}) =>
          point.x > bounds.left + 1 && point.x < bounds.right - 1 &&
          point.y > bounds.top + 2 && point.y < bounds.bottom - 2);
        if (hit) { found.push(`an arrow through: ${hit.said}`); break; }
      }
    }
  }
  return [...new Set(found)];
}
