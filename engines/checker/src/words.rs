// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The sentences of a clash in both languages: what, where, when, and how to mend it.

use crate::clash::{Clash, Finding, Spot};
use kernel::Lang;
use kernel::day::{range_long, weekday_long};

impl Clash {
    /// Says what is wrong, then how to mend it, for the one who approves the timetable.
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => format!("{} {}", self.what_id(), self.mend_id()),
            Lang::En => format!("{} {}", self.what_en(), self.mend_en()),
        }
    }

    fn what_id(&self) -> String {
        let when = when(&self.session, Lang::Id);
        let what = match &self.finding {
            Finding::EndsBeforeStart => format!("Sesi berakhir sebelum mulai: {when}."),
            Finding::RoomDoubleBooked { room } => format!("Ruang {room} terpakai dua kali: {when}."),
            Finding::InstructorDoubleBooked { instructor } => {
                format!("Instruktur {instructor} mengajar dua sesi bersamaan: {when}.")
            }
            Finding::PersonDoubleBooked { person } => {
                format!("Peserta {person} terjadwal di dua sesi bersamaan: {when}.")
            }
            Finding::OutsideRegimeWindow => format!("Sesi di luar jam kegiatan tempat ini: {when}."),
            Finding::ClosedDay => format!("Sesi jatuh pada hari tutup: {when}."),
            Finding::OutsideInstructorHours { instructor } => {
                format!("Sesi di luar jam tersedia instruktur {instructor}: {when}.")
            }
            Finding::OutsideAgreementTerm { first, last } => {
                let term = range_long(*first, *last, Lang::Id);
                format!("Sesi di luar masa berlaku perjanjian: {when}. Masa berlaku: {term}.")
            }
            Finding::RoomTooSmall { room, capacity, needed } => {
                format!("Ruang {room} memuat {capacity} orang, dibutuhkan {needed}: {when}.")
            }
            Finding::PracticeBeforeTheory { batch } => {
                format!("Praktik angkatan {batch} mulai sebelum teorinya selesai: {when}.")
            }
            Finding::LengthNotItsJp { jp, expected_minutes, actual_minutes } => {
                format!(
                    "Sesi {actual_minutes} menit, padahal {jp} JP berarti {expected_minutes} menit: {when}."
                )
            }
            Finding::RoomUnknown { room } => format!("Ruang {room} tidak ada dalam daftar: {when}."),
            Finding::BatchUnknown { batch } => format!("Angkatan {batch} tidak ada dalam daftar: {when}."),
            Finding::TooManyToWatch { most, found } => {
                format!("{found} sesi berjalan bersamaan, yang dapat diawasi {most}: {when}.")
            }
            Finding::ZoneTooFull { zone, most, found } => {
                format!("{found} orang berada di zona {zone} bersamaan, paling banyak {most}: {when}.")
            }
            Finding::ToolsTooFew { tool, sets, found } => {
                format!("{found} sesi memakai {tool} bersamaan, yang ada {sets} set: {when}.")
            }
            Finding::NoSetUp { room, minutes } => {
                format!("Ruang {room} perlu {minutes} menit disiapkan sebelum angkatan lain masuk: {when}.")
            }
            Finding::NoTimeForTheWay { instructor, minutes } => {
                format!("Instruktur {instructor} perlu {minutes} menit untuk pindah tempat: {when}.")
            }
        };
        format!("{what} {}", self.who("Sesi", "dan", "di ruang", Lang::Id))
    }

    fn mend_id(&self) -> &'static str {
        match &self.finding {
            Finding::EndsBeforeStart => "Perbaiki jam mulai atau jam selesai.",
            Finding::RoomDoubleBooked { .. } => "Pindahkan salah satu sesi ke ruang atau jam lain.",
            Finding::InstructorDoubleBooked { .. } => {
                "Pindahkan salah satu sesi atau tunjuk instruktur lain."
            }
            Finding::PersonDoubleBooked { .. } => "Pindahkan salah satu sesi ke jam lain.",
            Finding::OutsideRegimeWindow => "Pindahkan sesi ke jam kegiatan.",
            Finding::ClosedDay => "Pindahkan sesi ke hari lain.",
            Finding::OutsideInstructorHours { .. } => "Pindahkan sesi atau tunjuk instruktur lain.",
            Finding::OutsideAgreementTerm { .. } => {
                "Pindahkan sesi ke masa berlaku, atau perpanjang perjanjian."
            }
            Finding::RoomTooSmall { .. } => "Pilih ruang yang lebih besar atau bagi pesertanya.",
            Finding::PracticeBeforeTheory { .. } => "Pindahkan praktik ke sesudah sesi teori terakhir.",
            Finding::LengthNotItsJp { .. } => "Sesuaikan jam sesi atau jumlah JP.",
            Finding::RoomUnknown { .. } => "Pilih ruang dari daftar atau tambahkan ruang itu.",
            Finding::BatchUnknown { .. } => "Pilih angkatan dari daftar atau tambahkan angkatan itu.",
            Finding::TooManyToWatch { .. } => "Pindahkan sesi ke jam lain, atau tambah pengawas.",
            Finding::ZoneTooFull { .. } => "Pindahkan sesi ke jam lain atau ke ruang di zona lain.",
            Finding::ToolsTooFew { .. } => "Pindahkan sesi ke jam lain, atau tambah alatnya.",
            Finding::NoSetUp { .. } | Finding::NoTimeForTheWay { .. } => "Beri jeda, atau tukar urutan sesi.",
        }
    }

    fn what_en(&self) -> String {
        let when = when(&self.session, Lang::En);
        let what = match &self.finding {
            Finding::EndsBeforeStart => format!("A session ends before it starts: {when}."),
            Finding::RoomDoubleBooked { room } => format!("Room {room} is booked twice: {when}."),
            Finding::InstructorDoubleBooked { instructor } => {
                format!("Instructor {instructor} teaches two sessions at once: {when}.")
            }
            Finding::PersonDoubleBooked { person } => {
                format!("Participant {person} is expected in two sessions at once: {when}.")
            }
            Finding::OutsideRegimeWindow => {
                format!("The session lies outside the activity hours of this place: {when}.")
            }
            Finding::ClosedDay => format!("The session falls on a closed day: {when}."),
            Finding::OutsideInstructorHours { instructor } => {
                format!("The session lies outside the hours of instructor {instructor}: {when}.")
            }
            Finding::OutsideAgreementTerm { first, last } => {
                let term = range_long(*first, *last, Lang::En);
                format!("The session lies outside the term of the agreement: {when}. The term: {term}.")
            }
            Finding::RoomTooSmall { room, capacity, needed } => {
                format!("Room {room} holds {capacity} people, {needed} are needed: {when}.")
            }
            Finding::PracticeBeforeTheory { batch } => {
                format!("Practice of batch {batch} starts before its theory is complete: {when}.")
            }
            Finding::LengthNotItsJp { jp, expected_minutes, actual_minutes } => {
                format!(
                    "The session lasts {actual_minutes} minutes, but {jp} JP are {expected_minutes}: {when}."
                )
            }
            Finding::RoomUnknown { room } => format!("Room {room} is not in the list: {when}."),
            Finding::BatchUnknown { batch } => format!("Batch {batch} is not in the list: {when}."),
            Finding::TooManyToWatch { most, found } => {
                format!("{found} sessions run at once, {most} can be watched: {when}.")
            }
            Finding::ZoneTooFull { zone, most, found } => {
                format!("{found} people are in zone {zone} at once, {most} at most: {when}.")
            }
            Finding::ToolsTooFew { tool, sets, found } => {
                format!("{found} sessions use {tool} at once, there are {sets} sets: {when}.")
            }
            Finding::NoSetUp { room, minutes } => {
                format!("Room {room} needs {minutes} minutes before another batch comes in: {when}.")
            }
            Finding::NoTimeForTheWay { instructor, minutes } => {
                format!("Instructor {instructor} needs {minutes} minutes to go from place to place: {when}.")
            }
        };
        format!("{what} {}", self.who("Session", "and", "in room", Lang::En))
    }

    fn mend_en(&self) -> &'static str {
        match &self.finding {
            Finding::EndsBeforeStart => "Correct its start or its end.",
            Finding::RoomDoubleBooked { .. } => "Move one session to another room or time.",
            Finding::InstructorDoubleBooked { .. } => "Move one session or name another instructor.",
            Finding::PersonDoubleBooked { .. } => "Move one session to another time.",
            Finding::OutsideRegimeWindow => "Move the session into the activity hours.",
            Finding::ClosedDay => "Move the session to another day.",
            Finding::OutsideInstructorHours { .. } => "Move the session or name another instructor.",
            Finding::OutsideAgreementTerm { .. } => {
                "Move the session into the term, or extend the agreement."
            }
            Finding::RoomTooSmall { .. } => "Choose a larger room or divide the participants.",
            Finding::PracticeBeforeTheory { .. } => "Move the practice after the last theory session.",
            Finding::LengthNotItsJp { .. } => "Adjust the time of the session or its JP.",
            Finding::RoomUnknown { .. } => "Choose a room from the list or add this one.",
            Finding::BatchUnknown { .. } => "Choose a batch from the list or add this one.",
            Finding::TooManyToWatch { .. } => "Move a session to another time, or let more people watch.",
            Finding::ZoneTooFull { .. } => "Move a session to another time or to a room of another zone.",
            Finding::ToolsTooFew { .. } => "Move a session to another time, or get more of them.",
            Finding::NoSetUp { .. } | Finding::NoTimeForTheWay { .. } => {
                "Leave a pause, or change the order."
            }
        }
    }

    /// The sessions by label; the second with its own place and time, which may differ from the first's.
    fn who(&self, session: &str, and: &str, room: &str, lang: Lang) -> String {
        let first = format!("{session}: {} {room} {}", self.session.label, self.session.room);
        match &self.other {
            None => format!("{first}."),
            Some(other) => {
                format!("{first}, {and} {} {room} {} ({}).", other.label, other.room, when(other, lang))
            }
        }
    }
}

fn when(spot: &Spot, lang: Lang) -> String {
    let day = weekday_long(spot.day, lang);
    match lang {
        Lang::Id => format!("{day}, pukul {}–{}", clock(spot.starts, '.'), clock(spot.ends, '.')),
        Lang::En => format!("{day}, {}–{}", clock(spot.starts, ':'), clock(spot.ends, ':')),
    }
}

/// Indonesian writes 08.30 where English writes 08:30.
fn clock(minute_of_day: u16, mark: char) -> String {
    format!("{:02}{mark}{:02}", minute_of_day / 60, minute_of_day % 60)
}
