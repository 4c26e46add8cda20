//! How a graphic is drawn, as it is typed and saved.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};

use super::choices::number_from;
use super::{AislesChoice, LayoutChoice, LookArguments, ShapeName};
use crate::chart::{Arrangement, SeatOrder};
use crate::lang::Lang;
use crate::layout::{LayoutOptions, Shape};

/// How to draw the graphic. What is not given is as without it.
#[derive(Args, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct RenderOptions {
    /// Pixels to a unit in PNG and WebP; without it, 1, and for paper 300 to an inch
    #[arg(long, value_name = "FACTOR", value_parser = number_from::<1, 200, 10>, conflicts_with = "dpi")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<f64>,
    /// Pixels to an inch in PNG and WebP, of which a unit is 1/96
    #[arg(long, value_name = "DPI", value_parser = number_from::<10, 2400, 1>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dpi: Option<f64>,
    /// Write the texts of an SVG as outlines, which need no font
    #[arg(long)]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub outline_text: bool,
    /// Page, parts, texts, style
    #[command(flatten)]
    #[serde(skip)]
    pub look: LookArguments,
    /// How the chamber is laid out: hemicycle, benches, horseshoe, circle, classroom, table, grid, or plan:FILE
    /// with a CSV (seat, x, y) or an SVG whose elements have seat numbers; without it, hemicycle
    #[arg(long, value_name = "SHAPE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<LayoutChoice>,
    /// The number of rows; without it, the one that fills and spaces best
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<usize>,
    /// The angle of the chamber in degrees, from 90 to 360; without it, 180
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<f64>,
    /// The radius of the front row over that of the back row, from 0.01 to 0.95
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inner: Option<f64>,
    /// Where there are aisles: none, parties, or a number of equal sections; without it, none
    #[arg(long, value_name = "WHERE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aisles: Option<AislesChoice>,
    /// The size of a seat over the size at which seats touch, from 0.2 to 1; without it, 0.82
    #[arg(long)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seat_size: Option<f64>,
    /// A party on the government's benches, by its short name; may be repeated. Without it, the largest party
    #[arg(long, value_name = "PARTY")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub government: Vec<String>,
    /// A party on the cross benches; may be repeated. Without it, members without a party
    #[arg(long, value_name = "PARTY")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cross: Vec<String>,
    /// Parties of a chamber without a vote that are summed, by their short names and with commas between; the seats of the
    /// others are faded
    #[arg(long, value_name = "PARTIES", value_delimiter = ',')]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coalition: Vec<String>,
    /// How members sit inside their party; without it, by vote
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<SeatOrder>,
    /// Draw a line after so many seats from the left (289), after half, 3/5 or 2/3 of them, or after as many as the rule
    /// needs (rule); may be repeated
    #[arg(long, value_name = "SEATS")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub majority_line: Vec<String>,
    /// The language of the graphic
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

/// The first list that has something in it.
pub(super) fn or<T>(own: Vec<T>, base: Vec<T>) -> Vec<T> {
    if own.is_empty() { base } else { own }
}

impl RenderOptions {
    /// These options, and where they say nothing those of `base`.
    #[must_use]
    pub fn over(self, base: Self) -> Self {
        let Self {
            scale,
            dpi,
            outline_text,
            look,
            layout,
            rows,
            span,
            inner,
            aisles,
            seat_size,
            government,
            cross,
            coalition,
            order,
            majority_line,
            lang,
        } = self;
        let has_resolution = scale.is_some() || dpi.is_some();
        Self {
            scale: scale.or(base.scale.filter(|_| !has_resolution)),
            dpi: dpi.or(base.dpi.filter(|_| !has_resolution)),
            outline_text: outline_text || base.outline_text,
            look: look.over(base.look),
            layout: layout.or(base.layout),
            rows: rows.or(base.rows),
            span: span.or(base.span),
            inner: inner.or(base.inner),
            aisles: aisles.or(base.aisles),
            seat_size: seat_size.or(base.seat_size),
            government: or(government, base.government),
            cross: or(cross, base.cross),
            coalition: or(coalition, base.coalition),
            order: order.or(base.order),
            majority_line: or(majority_line, base.majority_line),
            lang: lang.or(base.lang),
        }
    }

    /// As typed, an argument each.
    #[must_use]
    pub fn arguments(&self) -> Vec<String> {
        let Self {
            scale,
            dpi,
            outline_text,
            look,
            layout,
            rows,
            span,
            inner,
            aisles,
            seat_size,
            government,
            cross,
            coalition,
            order,
            majority_line,
            lang,
        } = self;
        let mut typed = Typed(look.arguments());
        typed.value("layout", layout.as_ref());
        typed.value("rows", rows.as_ref());
        typed.value("span", span.as_ref());
        typed.value("inner", inner.as_ref());
        typed.value("aisles", aisles.as_ref());
        typed.value("seat-size", seat_size.as_ref());
        typed.values("government", government);
        typed.values("cross", cross);
        typed.values("coalition", coalition);
        typed.choice("order", order.as_ref());
        typed.values("majority-line", majority_line);
        typed.choice("lang", lang.as_ref());
        typed.value("scale", scale.as_ref());
        typed.value("dpi", dpi.as_ref());
        typed.flag("outline-text", *outline_text);
        typed.0
    }

    /// The files that are part of the graphic, besides that of the votes.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        let plan = match &self.layout {
            Some(LayoutChoice::Plan(path)) => Some(path.clone()),
            _ => None,
        };
        plan.into_iter().chain(self.look.files()).collect()
    }

    /// The same options with every file's path changed.
    #[must_use]
    pub fn map_files(mut self, change: impl Fn(&Path) -> PathBuf) -> Self {
        if let Some(LayoutChoice::Plan(path)) = &mut self.layout {
            *path = change(path);
        }
        self.look = self.look.map_files(change);
        self
    }

    /// The arrangement in a chamber of this shape, without its lines, which depend on the seats.
    pub(super) fn arrangement(&self, shape: Shape) -> Arrangement {
        let usual = LayoutOptions::default();
        Arrangement {
            layout: LayoutOptions {
                shape,
                rows: self.rows,
                span: self.span.unwrap_or(usual.span),
                inner: self.inner,
                aisles: self.aisles.unwrap_or_default().0,
                seat_size: self.seat_size.unwrap_or(usual.seat_size),
            },
            order: self.order.unwrap_or_default(),
            lines: Vec::new(),
            government: self.government.clone(),
            cross: self.cross.clone(),
            coalition: self.coalition.clone(),
            party_order: Vec::new(),
        }
    }

    /// Takes an arrangement; `plan` is the file of its seat plan, where it has one. The order of the parties is the
    /// style's.
    #[must_use]
    pub fn arranged(self, arrangement: &Arrangement, plan: Option<&Path>) -> Self {
        let Arrangement { layout, order, lines, government, cross, coalition, party_order: _ } = arrangement;
        let LayoutOptions { shape, rows, span, inner, aisles, seat_size } = layout;
        let usual = LayoutOptions::default();
        let named = ShapeName::ALL.into_iter().find(|(_, known)| known == shape);
        let layout = match (plan, named) {
            (Some(plan), None) => LayoutChoice::Plan(plan.to_owned()),
            (_, named) => LayoutChoice::Shape(named.map_or(ShapeName::default(), |(name, _)| name)),
        };
        Self {
            layout: Some(layout).filter(|layout| *layout != LayoutChoice::default()),
            rows: *rows,
            span: Some(*span).filter(|span| Some(span) != Some(&usual.span)),
            inner: *inner,
            aisles: Some(AislesChoice(*aisles)).filter(|aisles| *aisles != AislesChoice::default()),
            seat_size: Some(*seat_size).filter(|size| Some(size) != Some(&usual.seat_size)),
            government: government.clone(),
            cross: cross.clone(),
            coalition: coalition.clone(),
            order: Some(*order).filter(|order| *order != SeatOrder::default()),
            majority_line: lines.iter().map(ToString::to_string).collect(),
            ..self
        }
    }
}

/// Arguments as they are typed. A value is joined to its option, so that one that begins with a dash is a value.
pub(super) struct Typed(pub(super) Vec<String>);

impl Typed {
    pub(super) fn value(&mut self, option: &str, value: Option<&impl ToString>) {
        self.0.extend(value.map(|value| format!("--{option}={}", value.to_string())));
    }

    pub(super) fn values(&mut self, option: &str, values: &[impl ToString]) {
        for value in values {
            self.value(option, Some(value));
        }
    }

    pub(super) fn choice(&mut self, option: &str, value: Option<&impl clap::ValueEnum>) {
        let value = value.and_then(clap::ValueEnum::to_possible_value);
        self.value(
            option,
            value.as_ref().map(clap::builder::PossibleValue::get_name).map(str::to_owned).as_ref(),
        );
    }

    pub(super) fn choices(&mut self, option: &str, values: &[impl clap::ValueEnum]) {
        let names: Vec<String> = values
            .iter()
            .filter_map(clap::ValueEnum::to_possible_value)
            .map(|value| value.get_name().to_owned())
            .collect();
        self.value(option, (!names.is_empty()).then(|| names.join(",")).as_ref());
    }

    pub(super) fn flag(&mut self, option: &str, is_set: bool) {
        self.0.extend(is_set.then(|| format!("--{option}")));
    }
}
