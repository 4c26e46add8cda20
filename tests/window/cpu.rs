//! Draws what egui would send to a graphics card on the processor, so that tests need neither card nor display.
use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, ImageData, Mesh, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;

#[derive(Default)]
#[expect(unreachable_pub, reason = "a module of a test")]
pub struct Cpu {
    textures: HashMap<TextureId, (usize, usize, Vec<Color32>)>,
}

impl TestRenderer for Cpu {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, images) in delta.set.drain() {
            for new in images {
                let ImageData::Color(img) = &new.image;
                let [w, h] = img.size;
                if let Some([x, y]) = new.pos {
                    let (tw, _, px) = self.textures.get_mut(&id).expect("patch of unknown texture");
                    for row in 0..h {
                        let at = (y + row) * *tw + x;
                        px[at..at + w].copy_from_slice(&img.pixels[row * w..(row + 1) * w]);
                    }
                } else {
                    self.textures.insert(id, (w, h, img.pixels.clone()));
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, out: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let ppp = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * ppp;
        let (w, h) = (size.x.round() as usize, size.y.round() as usize);
        let mut px = vec![[0.0_f32; 4]; w * h];
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(out.shapes.clone(), ppp) {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let clip = [
                (clip_rect.min.x * ppp).round().clamp(0.0, w as f32) as usize,
                (clip_rect.min.y * ppp).round().clamp(0.0, h as f32) as usize,
                (clip_rect.max.x * ppp).round().clamp(0.0, w as f32) as usize,
                (clip_rect.max.y * ppp).round().clamp(0.0, h as f32) as usize,
            ];
            self.mesh(&mesh, ppp, clip, w, &mut px);
        }
        let bytes = px.iter().flat_map(|p| p.map(|c| (c * 255.0 + 0.5) as u8)).collect();
        image::RgbaImage::from_raw(w as u32, h as u32, bytes).ok_or_else(|| "size".to_owned())
    }
}

impl Cpu {
    fn mesh(&self, mesh: &Mesh, ppp: f32, clip: [usize; 4], w: usize, px: &mut [[f32; 4]]) {
        let Some((tw, th, tex)) = self.textures.get(&mesh.texture_id) else { return };
        let texel = |x: i64, y: i64| {
            let x = x.clamp(0, *tw as i64 - 1) as usize;
            let y = y.clamp(0, *th as i64 - 1) as usize;
            tex[y * tw + x].to_array().map(|c| f32::from(c) / 255.0)
        };
        for tri in mesh.triangles() {
            let v = tri.map(|i| mesh.vertices[i as usize]);
            let p = v.map(|v| v.pos * ppp);
            let edge = |a: egui::Pos2, b: egui::Pos2, c: egui::Pos2| {
                (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
            };
            let area = edge(p[0], p[1], p[2]);
            if area == 0.0 {
                continue;
            }
            let lo = |f: fn(&egui::Pos2) -> f32| p.iter().map(f).fold(f32::INFINITY, f32::min);
            let hi = |f: fn(&egui::Pos2) -> f32| p.iter().map(f).fold(f32::NEG_INFINITY, f32::max);
            let x0 = (lo(|p| p.x).floor().max(0.0) as usize).max(clip[0]);
            let y0 = (lo(|p| p.y).floor().max(0.0) as usize).max(clip[1]);
            let x1 = (hi(|p| p.x).ceil().max(0.0) as usize).min(clip[2]);
            let y1 = (hi(|p| p.y).ceil().max(0.0) as usize).min(clip[3]);
            // Top-left rule, so that shared edges are painted once.
            let s = area.signum();
            let owns = |a: egui::Pos2, b: egui::Pos2| {
                let d = (b - a) * s;
                d.y < 0.0 || (d.y == 0.0 && d.x > 0.0)
            };
            let own = [owns(p[1], p[2]), owns(p[2], p[0]), owns(p[0], p[1])];
            for y in y0..y1 {
                for x in x0..x1 {
                    let c = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
                    let e = [edge(p[1], p[2], c) * s, edge(p[2], p[0], c) * s, edge(p[0], p[1], c) * s];
                    if (0..3).any(|i| e[i] < 0.0 || (e[i] == 0.0 && !own[i])) {
                        continue;
                    }
                    let b = e.map(|e| e / area.abs());
                    let mix = |f: &dyn Fn(usize) -> f32| b[0] * f(0) + b[1] * f(1) + b[2] * f(2);
                    let u = mix(&|i| v[i].uv.x) * *tw as f32 - 0.5;
                    let t = mix(&|i| v[i].uv.y) * *th as f32 - 0.5;
                    let (fu, ft) = (u - u.floor(), t - t.floor());
                    let (iu, it) = (u.floor() as i64, t.floor() as i64);
                    let (a00, a10, a01, a11) =
                        (texel(iu, it), texel(iu + 1, it), texel(iu, it + 1), texel(iu + 1, it + 1));
                    let dst = &mut px[y * w + x];
                    let mut src = [0.0; 4];
                    for k in 0..4 {
                        let tex = (a00[k] * (1.0 - fu) + a10[k] * fu) * (1.0 - ft)
                            + (a01[k] * (1.0 - fu) + a11[k] * fu) * ft;
                        src[k] = tex * mix(&|i| f32::from(v[i].color.to_array()[k]) / 255.0);
                    }
                    // 8-bit target, premultiplied alpha, gamma space: as the GPU backends do.
                    for k in 0..4 {
                        let out = src[k] + dst[k] * (1.0 - src[3]);
                        dst[k] = (out * 255.0).round() / 255.0;
                    }
                }
            }
        }
    }
}
