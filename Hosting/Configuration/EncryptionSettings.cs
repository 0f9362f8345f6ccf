namespace TemporalVideo.Hosting.Configuration;

/// <summary>The keys that payloads are encrypted with. Printing it shows none.</summary>
/// <param name="KeyId">The key that encrypts.</param>
/// <param name="Keys">All keys by id: older ones decrypt what they once encrypted.</param>
public sealed record EncryptionSettings(string KeyId, IReadOnlyDictionary<string, Secret> Keys)
{
    private const string Variable = "TEMPORAL_VIDEO_ENCRYPTION_KEYS";
    private const int KeyBytes = 32;

    internal static EncryptionSettings? Read(YamlSection yaml, string root, Func<string, string?> environment, List<string> faults)
    {
        var (enabled, keyId, file) = (yaml.Flag("enabled", false), yaml.Text("key_id", ""), yaml.Text("key_file", ""));
        yaml.End();
        if (!enabled)
        {
            return null;
        }

        var keys = new Dictionary<string, Secret>();
        if (environment(Variable) is { Length: > 0 } given)
        {
            Add(Variable, given.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        if (file.Length > 0)
        {
            var path = Path.GetFullPath(file, root);
            Add(path, File.Exists(path) ? File.ReadLines(path).Where(line => line.Trim() is { Length: > 0 } text && text[0] != '#') : []);
        }

        keyId = keyId.Length > 0 ? keyId : keys.Keys.FirstOrDefault() ?? "";
        if (!keys.ContainsKey(keyId))
        {
            faults.Add(
                $"{ProductRoot.Marker}: encryption.key_id: expected the id of a key from {Variable} or encryption.key_file, found "
                    + $"'{keyId}' "
                + $"among {(keys.Count == 0 ? "no keys" : string.Join(", ", keys.Keys))}");
        }

        return new EncryptionSettings(keyId, keys);

        void Add(string source, IEnumerable<string> entries)
        {
            foreach (var (index, entry) in entries.Index())
            {
                var (id, key) = entry.Split(':', 2, StringSplitOptions.TrimEntries) is [var left, var right] ? (left, right) : ("", "");
                var bytes = new byte[KeyBytes];
                if (id.Length == 0 || !Convert.TryFromBase64String(key, bytes, out var written) || written != KeyBytes)
                {
                    // The entry itself is not shown: it may be a key.
                    faults.Add(
                        $"{source}: entry {index + 1}: expected 'id: key' with {KeyBytes} bytes in Base64 ('openssl rand -base64 "
                            + $"{KeyBytes}' makes one)");
                }
                else
                {
                    keys[id] = new Secret(key);
                }
            }
        }
    }
}
