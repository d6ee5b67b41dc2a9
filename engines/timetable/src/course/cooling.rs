// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How much dearer a move may make the timetable, by chance and temperature.

/// Limits are drawn from this many equally likely ones.
const DRAWS: u32 = 10;

/// Hottest and coldest temperature, in units of soft cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub hot: f64,
    pub cold: f64,
}

/// The Metropolis rule with the chance drawn first: a move is taken when it costs no more than the limit.
///
/// # Source
/// S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by simulated annealing", 1983. Ranges: R. Bellio and
/// others, "Feature-based tuning of simulated annealing applied to the curriculum-based course timetabling problem", 2016.
#[derive(Debug)]
pub(super) struct Cooling {
    range: Range,
    /// `-ln` of each draw.
    draws: Vec<f32>,
    limits: Vec<i32>,
}

impl Cooling {
    pub fn new(range: Range) -> Self {
        let count = 1_u32 << DRAWS;
        let draw = |index: u32| -((f64::from(index) + 0.5) / f64::from(count)).ln() as f32;
        let draws: Vec<f32> = (0..count).map(draw).collect();
        Self { range, limits: vec![0; draws.len()], draws }
    }

    /// Cools to where the used `share` of the budget says: from hot to cold by equal ratios.
    pub fn cool(&mut self, share: f64) {
        let temperature = self.range.hot * (self.range.cold / self.range.hot).powf(share.clamp(0.0, 1.0));
        for (limit, draw) in self.limits.iter_mut().zip(&self.draws) {
            *limit = (*draw * temperature as f32) as i32;
        }
    }

    /// The limit that the lowest bits of `bits` draw.
    #[inline]
    pub fn limit(&self, bits: u64) -> i32 {
        self.limits[bits as usize & (self.limits.len() - 1)]
    }
}
