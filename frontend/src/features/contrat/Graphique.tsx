import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as enregistrer } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

import type { Ventilation } from './api';
import classes from './contrat.module.css';

enregistrer([BarChart, GridComponent, CanvasRenderer]);

/** Bars from zero; a hidden value has no bar and says so. The figures stand in the table beside. */
export default function Graphique({ v, phrase }: { v: Ventilation; phrase: string }) {
  const ou = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ou.current) return;
    const dessin = init(ou.current, undefined, { renderer: 'canvas' });
    dessin.setOption({
      animation: false,
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: 'value', min: 0, splitLine: { lineStyle: { color: '#e1e5eb' } } },
      yAxis: { type: 'category', inverse: true, data: v.parts.map((p) => p.libelle), axisLabel: { color: '#1c2430', width: 150, overflow: 'truncate' }, axisTick: { show: false } },
      series: [{ type: 'bar', data: v.parts.map((p) => p.valeur ?? 0), itemStyle: { color: '#1f3d6b' }, barMaxWidth: 18,
        label: { show: true, position: 'right', color: '#1c2430', formatter: ({ dataIndex }: { dataIndex: number }) => v.parts[dataIndex]?.texte ?? '' } }],
    });
    const suivre = new ResizeObserver(() => dessin.resize());
    suivre.observe(ou.current);
    return () => {
      suivre.disconnect();
      dessin.dispose();
    };
  }, [v]);
  return <div ref={ou} role="img" aria-label={phrase} className={classes.dessin} style={{ height: `${Math.max(8, v.parts.length * 1.7 + 2)}rem` }} />;
}
