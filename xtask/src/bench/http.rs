//! As much of HTTP as a measurement needs, with nothing between it and the socket.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
};

use anyhow::{Context, Result, bail};

/// One connection that stays open over many requests.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

/// What came back of a request.
pub struct Answer {
    pub status: u16,
    /// Their names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// All bytes of the answer, as they came over the line.
    pub sent: usize,
}

impl Answer {
    /// The value of a header, by its name in small letters; none when the answer does not have it.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

impl Connection {
    /// Connects to a server by its address `http://host:port`; refuses when nobody answers.
    pub fn open(url: &str) -> Result<Self> {
        let host = url.trim_start_matches("http://").to_owned();
        let stream = TcpStream::connect(&host).with_context(|| format!("Nobody answers at {host}"))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), host })
    }

    /// Asks for a page. Each of the headers ends in a line end of HTTP.
    pub fn get(&mut self, path: &str, headers: &str) -> Result<Answer> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.host))
    }

    /// Sends an encoded form as a browser on the site itself would.
    pub fn post(&mut self, path: &str, headers: &str, form: &str) -> Result<Answer> {
        let (host, length) = (&self.host, form.len());
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n{headers}\r\n{form}"
        ))
    }

    fn send(&mut self, request: &str) -> Result<Answer> {
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut sent = 0;
        let first = self.line(&mut sent)?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok()).context("No status")?;
        let mut headers = Vec::new();
        loop {
            let line = self.line(&mut sent)?;
            let Some((name, value)) = line.split_once(':') else { break };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer { status, headers, body: Vec::new(), sent };
        if let Some(length) = answer.header("content-length") {
            answer.body.resize(length.parse()?, 0);
            self.stream.read_exact(&mut answer.body)?;
            answer.sent += answer.body.len();
        } else if answer.header("transfer-encoding") == Some("chunked") {
            self.chunks(&mut answer)?;
        } else if status != 204 && status != 304 {
            bail!("An answer of unknown length");
        }
        Ok(answer)
    }

    fn chunks(&mut self, answer: &mut Answer) -> Result<()> {
        loop {
            let length = usize::from_str_radix(&self.line(&mut answer.sent)?, 16)?;
            let start = answer.body.len();
            answer.body.resize(start + length, 0);
            self.stream.read_exact(&mut answer.body[start..])?;
            answer.sent += length;
            self.line(&mut answer.sent)?;
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn line(&mut self, sent: &mut usize) -> Result<String> {
        let mut line = String::new();
        *sent += self.stream.read_line(&mut line)?;
        if line.is_empty() {
            bail!("The connection was closed");
        }
        Ok(line.trim_end().to_owned())
    }
}
