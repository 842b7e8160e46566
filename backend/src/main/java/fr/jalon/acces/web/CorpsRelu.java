package fr.jalon.acces.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body was read once and can be read again. */
class CorpsRelu extends HttpServletRequestWrapper {

    private final byte[] corps;

    CorpsRelu(HttpServletRequest demande) throws IOException {
        this(demande, demande.getInputStream().readAllBytes());
    }

    CorpsRelu(HttpServletRequest demande, byte[] corps) {
        super(demande);
        this.corps = corps;
    }

    byte[] corps() {
        return corps;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream flux = new ByteArrayInputStream(corps);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return flux.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener ecoute) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read() {
                return flux.read();
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
