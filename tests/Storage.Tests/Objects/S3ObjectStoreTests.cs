using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using TemporalVideo.Storage.Objects;

namespace TemporalVideo.Storage.Tests.Objects;

/// <summary>What the S3 store keeps to beyond the contract: links, errors, and nothing left of what failed or was killed.</summary>
public sealed class S3ObjectStoreTests(S3Fixture s3) : ObjectStoreContract, IClassFixture<S3Fixture>, IAsyncLifetime
{
    private readonly string _bucket = $"bucket-{Guid.NewGuid():N}";

    /// <summary>moto stores an object and sets its metadata after that; S3 itself does both at once.</summary>
    protected override bool ShowsContentBeforeTags => true;

    protected override IObjectStore Store => s3.Store(_bucket);

    public async Task InitializeAsync()
    {
        try
        {
            await s3.Server.CreateBucketAsync(_bucket);
        }
        catch (SkipException)
        {
            // Each test says so.
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task LinkTo_Object_IsReadableByWhoHasTheLinkOnly()
    {
        await Store.PutAsync("a/final.mp4", Bytes("film"), Tags("f1"), default);
        using var http = new HttpClient();

        var link = Store.LinkTo("a/final.mp4");

        using var answer = await http.GetAsync(link);
        (await answer.Content.ReadAsStringAsync()).Should().Be("film");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("video/mp4");
        link.Query.Should().Contain("X-Amz-Signature=").And.Contain("X-Amz-Expires=86400");
    }

    [SkippableFact]
    public async Task PutAsync_CancelledAmongTheParts_LeavesNeitherObjectNorParts()
    {
        using var client = Client();
        var file = await BigFileAsync();
        using var stop = new CancellationTokenSource();
        var watching = StopAtFirstPartsAsync(client, stop);

        var put = () => Store.PutAsync("s/big.bin", file, Tags("f1"), stop.Token);

        await put.Should().ThrowAsync<OperationCanceledException>();
        await watching;
        (await Store.FindAsync("s/big.bin", default)).Should().BeNull();
        (await client.ListMultipartUploadsAsync(_bucket)).MultipartUploads.Should().BeNullOrEmpty();
    }

    [SkippableFact]
    public async Task PutAsync_PartsOfAKilledProcess_AreAborted()
    {
        using var client = Client();
        await client.InitiateMultipartUploadAsync(_bucket, "s/big.bin");
        var another = await client.InitiateMultipartUploadAsync(_bucket, "s/big.bin.other");

        await AtTheTimeOfMoto().PutAsync("s/big.bin", await BigFileAsync(), Tags("f1"), default);
        (await client.ListMultipartUploadsAsync(_bucket)).MultipartUploads.Should().HaveCount(2, "they may be another worker's");
        await Store.PutAsync("s/big.bin", await BigFileAsync(), Tags("f1"), default);

        (await client.ListMultipartUploadsAsync(_bucket)).MultipartUploads.Should().ContainSingle()
            .Which.UploadId.Should().Be(another.UploadId);
    }

    [SkippableFact]
    public async Task PutAsync_NoSuchBucket_SaysWhichAndWhatToDo()
    {
        var store = s3.Store("nowhere");
        var put = () => store.PutAsync("k", Bytes("x"), ObjectTags.None, default);

        (await put.Should().ThrowAsync<ObjectStoreException>()).Which.Message.Should()
            .Contain("'nowhere'").And.Contain(s3.Server.Address).And.Contain("'k'").And.Contain("starter doctor");
    }

    /// <summary>moto dates every upload of parts to the same day of 2010.</summary>
    private IObjectStore AtTheTimeOfMoto() => s3.Store(_bucket, new FixedTime(new DateTimeOffset(2010, 11, 11, 12, 0, 0, TimeSpan.Zero)));

    private AmazonS3Client Client() => new(new BasicAWSCredentials("testing", "testing"), new AmazonS3Config
    {
        ServiceURL = s3.Server.Address,
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
    });

    private async Task StopAtFirstPartsAsync(AmazonS3Client client, CancellationTokenSource stop)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        MultipartUpload? begun;
        do
        {
            begun = (await client.ListMultipartUploadsAsync(_bucket, limit.Token)).MultipartUploads?.FirstOrDefault();
        }
        while (begun is null || !await HasPartsAsync(client, begun, limit.Token));

        await stop.CancelAsync();
    }

    /// <summary>Until a part is there, who sends them may not yet know what the transfer is called, and could not abort it.</summary>
    private async Task<bool> HasPartsAsync(AmazonS3Client client, MultipartUpload begun, CancellationToken cancellationToken) =>
        (await client.ListPartsAsync(_bucket, begun.Key, begun.UploadId, cancellationToken)).Parts is { Count: > 0 };

    private async Task<string> BigFileAsync()
    {
        var file = Path.Combine(Folder, "big.bin");
        await File.WriteAllBytesAsync(file, new byte[20 << 20]);
        return file;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
