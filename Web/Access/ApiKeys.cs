using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Web.Access;

/// <summary>The API keys of an installation: random, kept as hashes only, each of one user and revocable by its id.</summary>
/// <param name="file">The file they are kept in; it is made with the first key.</param>
internal sealed class ApiKeys(string file)
{
    private const string Prefix = "tv_";
    private readonly Lock _lock = new();
    private (DateTime Written, IReadOnlyList<ApiKey> Keys)? _read;

    /// <summary>The keys that are valid.</summary>
    public IReadOnlyList<ApiKey> All
    {
        get
        {
            lock (_lock)
            {
                if (!File.Exists(file))
                {
                    return [];
                }

                var written = File.GetLastWriteTimeUtc(file);
                if (_read is not { } read || read.Written != written)
                {
                    _read = read = (written, JsonSerializer.Deserialize<List<ApiKey>>(File.ReadAllBytes(file)) ?? []);
                }

                return read.Keys;
            }
        }
    }

    /// <summary>The file of an installation.</summary>
    public static ApiKeys In(string folder) => new(Path.Combine(folder, "api-keys.json"));

    /// <summary>Makes a key for a user.</summary>
    /// <returns>Its id, and the key, which nobody can read again.</returns>
    public (string Id, string Key) Create(string user, string? note, IReadOnlyList<KeyRight>? rights = null)
    {
        var session = new SessionKey(user, "any");
        var key = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        Write([.. All, new ApiKey(id, session.UserId, HashOf(key), note, DateTime.UtcNow, rights is { Count: > 0 } ? rights : null)]);
        return (id, key);
    }

    /// <summary>Makes a key worthless.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Revoke(string id)
    {
        var left = All.Where(key => key.Id != id).ToList();
        if (left.Count == All.Count)
        {
            return false;
        }

        Write(left);
        return true;
    }

    /// <summary>The entry of a key; null when it is none, or revoked.</summary>
    public ApiKey? Find(string key)
    {
        var hash = Encoding.ASCII.GetBytes(HashOf(key));
        return All.FirstOrDefault(known => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.Hash), hash));
    }

    /// <summary>The entry of an id; null when it is revoked.</summary>
    public ApiKey? ById(string id) => All.FirstOrDefault(key => key.Id == id);

    private void Write(List<ApiKey> keys)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var next = file + ".next";
            File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(keys));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(next, file, overwrite: true);
            _read = null;
        }
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>A key as it is kept.</summary>
/// <param name="Id">Names it in lists and when it is revoked.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Hash">SHA-256 of the key: it has 256 random bits, so that guessing is hopeless without salt or stretching.</param>
/// <param name="Note">What it is for, in the words of who made it.</param>
/// <param name="Created">When, UTC.</param>
/// <param name="Rights">What it may do that not every key may; null for nothing, as in files of earlier releases.</param>
internal sealed record ApiKey(
    string Id, string User, string Hash, string? Note, DateTime Created, IReadOnlyList<KeyRight>? Rights = null);

/// <summary>What a key may do that not every key may. In the file: the member's name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeyRight>))]
internal enum KeyRight
{
    /// <summary>Write templates of pipelines, and so have the workers run commands.</summary>
    Templates,
}
