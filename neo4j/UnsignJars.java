import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the signatures out of the jars in a folder (first argument).
 *
 * <p>Java checks a signed jar anew each time a service is looked up in it, and leaves its classes out of the class
 * archive. Neo4j looks up some hundred services in one such library: that was half of its start.
 */
public final class UnsignJars {
    public static void main(String[] arguments) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) unsign(jar);
        }
    }

    private static void unsign(Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar, (ClassLoader) null)) {
            Path folder = content.getPath("META-INF");
            if (!Files.isDirectory(folder)) return;
            try (DirectoryStream<Path> signatures = Files.newDirectoryStream(folder, "*.{SF,RSA,DSA,EC}")) {
                for (Path signature : signatures) Files.delete(signature);
            }
        }
    }
}
