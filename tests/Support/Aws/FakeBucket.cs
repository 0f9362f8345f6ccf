namespace TemporalVideo.Tests.Support.Aws;

/// <summary>The bucket that the fake MediaConvert reads and writes, by addresses such as <c>s3://bucket/key</c>.</summary>
public interface IFakeBucket
{
    /// <summary>Reads an object.</summary>
    Task<byte[]> ReadAsync(string uri);

    /// <summary>Writes an object.</summary>
    Task WriteAsync(string uri, byte[] content);
}

/// <summary>Buckets of an emulator of S3.</summary>
/// <param name="address">Its address.</param>
public sealed class EmulatedBucket(string address) : IFakeBucket
{
    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(string uri)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(Address(uri));
    }

    /// <inheritdoc/>
    public async Task WriteAsync(string uri, byte[] content)
    {
        using var http = new HttpClient();
        using var body = new ByteArrayContent(content);
        using var answer = await http.PutAsync(Address(uri), body);
        answer.EnsureSuccessStatusCode();
    }

    private Uri Address(string uri) => new($"{address}/{uri["s3://".Length..]}");
}
