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
        using var http = Client();
        return await http.GetByteArrayAsync(Address(uri));
    }

    /// <inheritdoc/>
    public async Task WriteAsync(string uri, byte[] content)
    {
        using var http = Client();
        using var body = new ByteArrayContent(content);
        using var answer = await http.PutAsync(Address(uri), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Somebody, not nobody, whom objects are closed to; emulators check no signature.</summary>
    private static HttpClient Client()
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");
        return http;
    }

    private Uri Address(string uri) => new($"{address}/{uri["s3://".Length..]}");
}
