(function () {
  'use strict';
  var UNITS = ['', ' k', ' m', ' bn', ' tn'];
  var PERIODS = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 100000];

  var STANDALONE = 'svg{font:12px sans-serif}.grid{stroke:#d9d9d9}.axis{stroke:#1a1a1a}.lead{stroke:#6b6b6b}' +
    '.direct,.halo{font-weight:600;paint-order:stroke;stroke:#fff;stroke-width:3px}.on-bar{fill:#fff;font-weight:600}';

  function money(value) {
    if (value == null) { return ''; }
    var power = 0;
    var size = Math.abs(value);
    while (size >= 999.5 && power < 4) { size /= 1000; power++; }
    return Number(size.toPrecision(3)) + UNITS[power];
  }

  function cut(text, length) { return text.length > length ? text.slice(0, length - 1) + '\u2026' : text; }

  function percent(p) { return Number((p * 100).toPrecision(3)) + ' %'; }

  function chance(p) { return p == null ? 'outside' : percent(p) + ' (1 in ' + Number((1 / p).toPrecision(3)) + ')'; }

  function series(data) {
    var list = [{ label: 'Loss, ' + data.currency, value: function (u, v) { return v == null ? '\u2013' : money(v); } }];
    data.series.forEach(function (s) {
      list.push({ label: cut(s.label, 40), stroke: s.colour, width: 2, dash: s.dash || undefined, points: { show: false },
        value: function (u, v, i, at) { return at == null ? '\u2013' : chance(v); } });
      list.push({ label: s.label + ' high', class: 'band', stroke: 'transparent', points: { show: false } });
      list.push({ label: s.label + ' low', class: 'band', stroke: 'transparent', points: { show: false } });
    });
    return list;
  }

  function extent(data) {
    var lowest = 1;
    var highest = 0;
    data.series.forEach(function (s) {
      s.p.forEach(function (p) { if (p != null) { lowest = Math.min(lowest, p); highest = Math.max(highest, p); } });
    });
    return [lowest / 1.15, Math.min(1, highest * 1.15)];
  }

  // Writes each name beside the rarest point of its curve at which it meets no other name.
  function directLabels(u, data) {
    var ratio = window.devicePixelRatio || 1;
    var taken = [];
    u.ctx.save();
    u.ctx.font = '600 ' + 12 * ratio + 'px sans-serif';
    u.ctx.lineWidth = 4 * ratio;
    u.ctx.strokeStyle = '#fff';
    data.series.forEach(function (s) {
      var text = cut(s.label, 24);
      var w = u.ctx.measureText(text).width;
      for (var i = s.p.length - 1; i >= 0; i--) {
        if (s.p[i] == null) { continue; }
        var x = u.valToPos(data.losses[i], 'x', true) + 8 * ratio;
        var y = u.valToPos(s.p[i], 'y', true);
        if (x + w > u.bbox.left + u.bbox.width) { x -= w + 16 * ratio; }
        var hit = taken.some(function (t) {
          return x < t[0] + t[2] && t[0] < x + w && Math.abs(y - t[1]) < 16 * ratio;
        });
        if (!hit && x > u.bbox.left) {
          taken.push([x, y, w]);
          u.ctx.strokeText(text, x, y);
          u.ctx.fillStyle = s.colour;
          u.ctx.fillText(text, x, y);
          return;
        }
      }
    });
    u.ctx.restore();
  }

  function options(data, width) {
    var range = extent(data);
    var splits = PERIODS.map(function (n) { return 1 / n; })
      .filter(function (p) { return p >= range[0] && p <= range[1]; }).reverse();
    var bands = data.series.map(function (s, i) { return { series: [2 + 3 * i, 3 + 3 * i], fill: s.colour + '29' }; });
    var grid = { stroke: '#d9d9d9', width: 1 };
    return {
      width: width, height: Math.max(300, Math.round(width * 0.56)), series: series(data), bands: bands,
      hooks: { draw: [function (u) { directLabels(u, data); }] }, cursor: { drag: { x: false, y: false } }, legend: { live: true },
      scales: { x: { time: false, distr: 3 }, y: { distr: 3, range: function () { return range; } } },
      axes: [
        { label: 'Loss of a year, ' + data.currency + ' (log scale)', grid: grid, size: 40, labelSize: 24,
          values: function (u, ticks) { return ticks.map(function (t) { return t == null ? '' : money(t); }); } },
        { label: 'Chance a year (log scale)', grid: grid, size: 60, labelSize: 24, splits: function () { return splits; },
          filter: function (u, ticks) { return ticks; }, values: function (u, ticks) { return ticks.map(percent); } },
        { scale: 'y', side: 1, label: 'Return period, years', grid: { show: false }, size: 74, labelSize: 24,
          splits: function () { return splits; }, filter: function (u, ticks) { return ticks; },
          values: function (u, ticks) { return ticks.map(function (p) { return '1 in ' + Math.round(1 / p); }); } }
      ]
    };
  }

  function draw(figure) {
    var data = JSON.parse(figure.querySelector('.curve-data').textContent);
    var live = figure.querySelector('.live');
    var columns = [data.losses];
    data.series.forEach(function (s) { columns.push(s.p, s.high, s.low); });
    live.hidden = false;
    var width = function () { return Math.min(760, figure.clientWidth || 760); };
    var plot = new uPlot(options(data, width()), columns, live);
    var still = figure.querySelector('svg.chart');
    still.classList.add('still');
    window.addEventListener('resize', function () {
      plot.setSize({ width: width(), height: Math.max(300, Math.round(width() * 0.56)) });
    });
  }

  function save(name, type, text) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function field(cell) {
    var value = cell.getAttribute('data-value');
    if (value !== null) { return value; }
    var text = cell.textContent;
    if (/^[=+\-@\t\0]/.test(text)) { text = "'" + text; }
    return '"' + text.replace(/"/g, '""') + '"';
  }

  function csv(table) {
    return Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, field).join(',');
    }).join('\r\n') + '\r\n';
  }

  function button(text, action) {
    var made = document.createElement('button');
    made.type = 'button';
    made.className = 'save';
    made.textContent = text;
    made.addEventListener('click', action);
    return made;
  }

  function saveChart(chart, i) {
    var copy = chart.cloneNode(true);
    var style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = STANDALONE;
    copy.insertBefore(style, copy.firstChild);
    copy.removeAttribute('class');
    save('chart-' + (i + 1) + '.svg', 'image/svg+xml', new XMLSerializer().serializeToString(copy));
  }

  Array.prototype.forEach.call(document.querySelectorAll('figure.curves'), draw);
  // The buttons of a figure stand together at its end, those of a bare table after it.
  function buttons(after) {
    var figure = after.closest('figure');
    var row = figure && figure.querySelector('.buttons');
    if (!row) {
      row = document.createElement('div');
      row.className = 'buttons';
      if (figure) { figure.appendChild(row); } else { after.parentNode.insertBefore(row, after.nextSibling); }
    }
    return row;
  }

  // Tables that are folded away on the screen are printed.
  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = Array.prototype.slice.call(document.querySelectorAll('figure details:not([open])'));
    folded.forEach(function (part) { part.open = true; });
  });
  window.addEventListener('afterprint', function () { folded.forEach(function (part) { part.open = false; }); });

  Array.prototype.forEach.call(document.querySelectorAll('svg.chart'), function (chart, i) {
    buttons(chart).appendChild(button('Save chart as SVG', function () { saveChart(chart, i); }));
  });
  Array.prototype.forEach.call(document.querySelectorAll('table'), function (table, i) {
    if (table.closest('.u-legend, .uplot')) { return; }
    buttons(table.parentNode).appendChild(
      button('Save table as CSV', function () { save('table-' + (i + 1) + '.csv', 'text/csv', csv(table)); }));
  });
})();
