using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using Microsoft.Extensions.Options;

namespace TemporalVideo.Storage.Objects.S3;

/// <summary>An object store in a bucket of S3, or of a service that speaks as S3 does. Any number of machines may use one bucket.</summary>
internal sealed class S3ObjectStore : IObjectStore, IDisposable
{
    private const int AskedAtOnce = 8;

    /// <summary>No step takes so long: parts that are older belong to a process that was killed.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly S3ObjectStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly Lazy<AmazonS3Client> _client;

    public S3ObjectStore(IOptions<S3ObjectStoreOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _client = new Lazy<AmazonS3Client>(() => S3Clients.Connect(_options));
    }

    private string Bucket => _options.Bucket;

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    public Task<StoredObject?> FindAsync(string key, CancellationToken cancellationToken)
    {
        ObjectKey.Require(key);
        return AskAsync($"look up '{key}'", async client =>
        {
            try
            {
                var found = await client.GetObjectMetadataAsync(Bucket, key, cancellationToken);
                return new StoredObject(key, found.ContentLength, S3Tags.Read(found.Metadata));
            }
            catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
        });
    }

    public async Task<IReadOnlyList<StoredObject>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var keys = await AskAsync($"list '{prefix}'", async client =>
        {
            var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix };
            var found = new List<string>();
            await foreach (var item in client.Paginators.ListObjectsV2(request).S3Objects.WithCancellation(cancellationToken))
            {
                found.Add(item.Key);
            }

            return found;
        });

        // A list does not tell metadata. What is deleted meanwhile is not there.
        var items = new StoredObject?[keys.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, keys.Count, options, async (at, stop) => items[at] = await FindAsync(keys[at], stop));
        return [.. items.OfType<StoredObject>().OrderBy(item => item.Key, StringComparer.Ordinal)];
    }

    public Task PutAsync(string key, string file, ObjectTags tags, CancellationToken cancellationToken)
    {
        ObjectKey.Require(key);
        var bytes = new FileInfo(file) is { Exists: true } there
            ? there.Length
            : throw new FileNotFoundException($"There is no file '{file}' to store as '{key}'.", file);
        return AskAsync($"store '{key}'", async client =>
        {
            var request = new TransferUtilityUploadRequest
            {
                BucketName = Bucket,
                Key = key,
                FilePath = file,
                ContentType = S3ContentTypes.Of(key),
            };
            S3Tags.Write(tags, request.Metadata);
            var config = new TransferUtilityConfig { MinSizeBeforePartUpload = _options.MultipartBytes };
            using var transfer = new TransferUtility(client, config);
            await transfer.UploadAsync(request, cancellationToken);
            if (bytes >= _options.MultipartBytes)
            {
                await AbortAbandonedAsync(client, key, cancellationToken);
            }

            return true;
        });
    }

    public Task PutAsync(string key, ReadOnlyMemory<byte> content, ObjectTags tags, CancellationToken cancellationToken)
    {
        ObjectKey.Require(key);
        return AskAsync($"store '{key}'", async client =>
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            var request = new PutObjectRequest
            {
                BucketName = Bucket,
                Key = key,
                InputStream = stream,
                ContentType = S3ContentTypes.Of(key),
            };
            S3Tags.Write(tags, request.Metadata);
            await client.PutObjectAsync(request, cancellationToken);
            return true;
        });
    }

    public async Task<FetchedObject> FetchAsync(string key, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, key[(key.LastIndexOf('/') + 1)..]);
        await using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        return new FetchedObject(path, await CopyAsync(key, target, cancellationToken));
    }

    public async Task<ObjectContent> ReadAsync(string key, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var item = await CopyAsync(key, content, cancellationToken);
        return new ObjectContent(content.ToArray(), item);
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        ObjectKey.Require(key);
        return AskAsync($"delete '{key}'", client => client.DeleteObjectAsync(Bucket, key, cancellationToken));
    }

    /// <summary>A presigned link: whoever has it reads the object until it expires, with the rights of who made it.</summary>
    public Uri LinkTo(string key)
    {
        var isPlain = _client.Value.Config.ServiceURL?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ?? false;
        return new Uri(_client.Value.GetPreSignedURL(new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = ObjectKey.Require(key),
            Expires = _time.GetUtcNow().UtcDateTime.AddHours(_options.LinkHours),
            Protocol = isPlain ? Protocol.HTTP : Protocol.HTTPS,
        }));
    }

    /// <summary>Content and tags come in one answer: they are of one state of the object.</summary>
    private Task<StoredObject> CopyAsync(string key, Stream target, CancellationToken cancellationToken)
    {
        ObjectKey.Require(key);
        return AskAsync($"read '{key}'", async client =>
        {
            try
            {
                using var answer = await client.GetObjectAsync(Bucket, key, cancellationToken);
                await answer.ResponseStream.CopyToAsync(target, cancellationToken);
                return target.Length == answer.ContentLength
                    ? new StoredObject(key, answer.ContentLength, S3Tags.Read(answer.Metadata))
                    : throw new IOException($"{target.Length} of {answer.ContentLength} bytes arrived.");
            }
            catch (AmazonS3Exception failure) when (failure.ErrorCode == "NoSuchKey")
            {
                throw new ObjectMissingException(key, $"s3://{Bucket}");
            }
        });
    }

    /// <summary>Parts that a killed process has left cost money and are not seen in any list of objects.</summary>
    private async Task AbortAbandonedAsync(AmazonS3Client client, string key, CancellationToken cancellationToken)
    {
        var before = _time.GetUtcNow().UtcDateTime - Abandoned;
        var request = new ListMultipartUploadsRequest { BucketName = Bucket, Prefix = key };
        await foreach (var upload in client.Paginators.ListMultipartUploads(request).Uploads.WithCancellation(cancellationToken))
        {
            if (upload.Key == key && upload.Initiated?.ToUniversalTime() < before)
            {
                await client.AbortMultipartUploadAsync(Bucket, key, upload.UploadId, cancellationToken);
            }
        }
    }

    private async Task<T> AskAsync<T>(string what, Func<AmazonS3Client, Task<T>> ask)
    {
        try
        {
            return await ask(_client.Value);
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException
            or IOException and not FileNotFoundException)
        {
            var at = _client.IsValueCreated && _client.Value.Config.ServiceURL is { Length: > 0 } address ? $" at {address}" : "";
            throw new ObjectStoreException(
                $"Cannot {what} in the S3 bucket '{Bucket}'{at}: {failure.Message.TrimEnd('.')}. 'starter doctor' checks the bucket.",
                failure);
        }
    }
}
